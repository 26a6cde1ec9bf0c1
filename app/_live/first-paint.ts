// A page comes with the meeting written into it, as its reader might read it then. Once they may not, that goes too.

/** Throws away what the page was painted from; what is shown has long been the live copy. */
export function forgetFirstPaint(page: Pick<Document, "querySelectorAll"> = document): void {
  for (const script of page.querySelectorAll("script:not([src])")) {
    if (script.textContent?.includes("__next_f")) script.remove();
  }
}
