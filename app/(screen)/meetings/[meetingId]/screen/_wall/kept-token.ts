import type { MeetingId } from "#domain/ids.ts";

const TOKEN = /^[\w-]{43}$/;
const slot = (meetingId: MeetingId) => `candour.screen.${meetingId}`;

/**
 * The token of this tab's screen. It comes after the `#`, which never reaches a server's log; it is kept for the life of
 * the tab, so that a reload finds it, and taken out of the address, which may be on the wall for all to photograph.
 */
export function takeToken(meetingId: MeetingId): string | null {
  const { hash, pathname } = window.location;
  const told = hash.slice(1);
  try {
    if (!TOKEN.test(told)) return window.sessionStorage.getItem(slot(meetingId));
    window.sessionStorage.setItem(slot(meetingId), told);
    window.history.replaceState(window.history.state, "", pathname);
    return told;
  } catch {
    return TOKEN.test(told) ? told : null; // a browser that keeps nothing keeps its address
  }
}

export function dropToken(meetingId: MeetingId): void {
  try {
    window.sessionStorage.removeItem(slot(meetingId));
  } catch {
    // nothing was kept
  }
}
