/**
 * Keeps the screen on until the answer is called. Where the browser can't or won't, as on a battery that is nearly
 * empty, the screen goes dark as it always does.
 */
export function keepAwake(): () => void {
  let isOver = false;
  let held: WakeLockSentinel | undefined;
  const release = (): void => {
    void held?.release().catch(() => undefined); // It was let go already, which is what we want.
    held = undefined;
  };
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    try {
      held = await (navigator as Partial<Navigator>).wakeLock?.request('screen');
    } catch {
      // Refused, by the page's policy or for the battery's sake: a dark screen is no harm.
    }
    if (isOver) release();
  };
  void ask();
  // A browser lets go of it whenever the page is hidden.
  document.addEventListener('visibilitychange', ask);
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', ask);
    release();
  };
}
