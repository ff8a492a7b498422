/** How long something that is awaited may take at most, in milliseconds; two slow cores included. */
const CAP = 8_000;

/**
 * Tries `look` at every frame until it gives something, and gives that back.
 *
 * A frame is what a visitor sees at a time; a test that waits for one waits for nothing else. What `look` throws
 * counts as "not yet", and is what the test fails with when it never comes.
 */
export async function eventually<Value>(
  look: () => Value,
  what = String(look),
): Promise<NonNullable<Awaited<Value>>> {
  const end = performance.now() + CAP;
  for (;;) {
    let failure: unknown = new Error(`It never came to be: ${what}`);
    try {
      const value = await look();
      if (value !== undefined && value !== null && value !== false) return value as NonNullable<typeof value>;
    } catch (error) {
      failure = error;
    }
    if (performance.now() > end) throw failure;
    await frame();
  }
}

/** The next frame. */
export function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** The next event called `type` that reaches `target`. */
export function heard<E extends Event>(target: EventTarget, type: string): Promise<E> {
  return new Promise((resolve) =>
    target.addEventListener(type, (event) => resolve(event as E), {once: true}),
  );
}
