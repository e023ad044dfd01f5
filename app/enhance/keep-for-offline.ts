/** Long enough after the page for it to have everything that it needs first. */
const AFTER_LOAD_MILLISECONDS = 2000;

async function register(): Promise<void> {
  // Everything was forgotten since the page came: it must not be kept anew by the same page.
  if ('deviceForgotten' in document.documentElement.dataset) return;
  try {
    await navigator.serviceWorker.register('/service-worker.js');
  } catch {
    // Private windows and strict settings refuse: the pages work without.
  }
}

/**
 * Once a visitor's page is there, keeps the offline wizard for when the network is not. On a shared computer
 * nothing is kept, and what an earlier visit left is removed.
 */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !document.querySelector('.public')) return;
  if ('sharedComputer' in document.documentElement.dataset) {
    void navigator.serviceWorker.getRegistration().then(kept => kept?.unregister());
    return;
  }
  window.addEventListener('load', () => setTimeout(() => void register(), AFTER_LOAD_MILLISECONDS));
}
