const TOKEN = /^[\w-]{43}$/;
const SLOT = "candour.self-assessment";

/**
 * The token of this tab's link. It comes after the `#`, which never reaches a server's log; it is kept for the life of
 * the tab, so that a reload finds it, and taken out of the address, which others may read over one's shoulder.
 */
export function takeToken(): string | null {
  const { hash, pathname } = window.location;
  const told = hash.slice(1);
  try {
    if (!TOKEN.test(told)) return window.sessionStorage.getItem(SLOT);
    window.sessionStorage.setItem(SLOT, told);
    window.history.replaceState(window.history.state, "", pathname);
    return told;
  } catch {
    return TOKEN.test(told) ? told : null; // a browser that keeps nothing keeps its address
  }
}
