// Collects the licences of the packages that are really in the files, as their licences ask.
import fs from 'node:fs';
import path from 'node:path';

function packageOf(id) {
  for (let folder = path.dirname(id); folder.includes('node_modules'); folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    if (!fs.existsSync(file)) continue;
    const {name, version, license, author} = JSON.parse(fs.readFileSync(file, 'utf8'));
    // Packages have folders with a package.json that only says "module"; the real one has a name and a version.
    if (name && version) return {folder, name, version, license, author};
  }
  return undefined;
}

function textOf({folder}) {
  const file = fs.readdirSync(folder).find((name) => /^licen[cs]e(\.\w+)?$/i.test(name));
  return file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : undefined;
}

/** Not a package and under no licence, but whoever asks where the outline of the world is from finds it here. */
const NATURAL_EARTH =
  'The outlines of the world were made with Natural Earth, free vector and raster map data @ naturalearthdata.com,\n' +
  'which is in the public domain.\n';

/**
 * The licences of the packages that these modules belong to, as one text.
 * @param {Iterable<string>} ids absolute paths of modules
 */
export function licensesOf(ids) {
  const packages = new Map();
  for (const id of ids) {
    const found = id.includes('node_modules') ? packageOf(id.replace(/^\0/, '')) : undefined;
    if (found) packages.set(found.name, found);
  }
  const parts = [...packages.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((one) => {
      const author = one.author?.name ?? one.author;
      const text = textOf(one) ?? `${one.license}${author ? `, by ${author}` : ''}`;
      return `${one.name} ${one.version} (${one.license})\n\n${text}\n`;
    });
  if ([...ids].some((id) => /[/\\]land[/\\]world-\w+\.ts$/.test(id))) parts.push(NATURAL_EARTH);
  const head = 'The files in this folder contain parts of these packages, under the licences that follow.\n';
  return [head, ...parts].join(`\n${'-'.repeat(78)}\n\n`);
}
