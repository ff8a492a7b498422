/**
 * Leaves out what nobody outside can use: `#private` members, `private` ones that a decorator needs, and the
 * event that the analyzer makes up for `dispatchEvent(new SignupEvent(…))`, whose real name `@fires` gives.
 */
function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({customElementsManifest}) {
      for (const module of customElementsManifest.modules)
        for (const declaration of module.declarations ?? []) {
          if (declaration.members)
            declaration.members = declaration.members.filter(
              ({name, privacy}) => !name.startsWith('#') && privacy !== 'private',
            );
          if (declaration.events)
            declaration.events = declaration.events.filter(({name}) => name?.startsWith('ctg-'));
        }
    },
  };
}

export default {
  globs: ['src/widgets/*/*.ts', 'src/ui/widget-element.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly()],
};
