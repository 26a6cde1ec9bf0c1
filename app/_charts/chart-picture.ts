// A chart as a picture of its own: the drawing on the page, with the colours and letters it has there written into it, so
// that it looks the same in a document that knows nothing of our styles.

/** What a drawing takes from style sheets. */
const WRITTEN = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "visibility",
  "display",
] as const;

/** Twice as fine as the page, for print. */
const SCALE = 2;

export type Picture = { readonly svg: string; readonly width: number; readonly height: number };

/** Round the drawing, in its own measure; its letters stand outside the box it is laid out in. */
const MARGIN = 14;
/** More at the end of its lines: elsewhere their labels are set in another letter, which may be wider. */
const LABEL_ROOM = 30;
const TITLE_SIZE = 15;

/** The drawing as it stands on the page, under its title, on the page's paper. */
export function pictureOf(drawn: SVGSVGElement): Picture {
  const copy = drawn.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error("a drawing is copied as a drawing");
  const originals = [...drawn.querySelectorAll("*")];
  for (const [index, target] of [...copy.querySelectorAll("*")].entries()) {
    const original = originals[index];
    if (original instanceof SVGGraphicsElement) writeStyle(original, target);
  }
  const { x, y, width, height } = drawn.getBBox();
  const top = y - MARGIN - 2 * TITLE_SIZE;
  const box = {
    x: x - MARGIN,
    y: top,
    width: width + 2 * MARGIN + LABEL_ROOM,
    height: y + height + MARGIN - top,
  };
  copy.removeAttribute("class");
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("viewBox", [box.x, box.y, box.width, box.height].join(" "));
  copy.setAttribute("width", String(box.width));
  copy.setAttribute("height", String(box.height));

  const title = copy.querySelector("title");
  const { color, fontFamily } = getComputedStyle(drawn);
  const paper = element("rect", { ...box, fill: paperUnder(drawn) });
  const heading = element("text", {
    x,
    y: top + MARGIN + TITLE_SIZE,
    fill: color,
    "font-family": fontFamily,
    "font-size": TITLE_SIZE,
    "font-weight": 650,
  });
  heading.textContent = title?.textContent ?? "";
  // what names the drawing stays first in it
  if (title) title.after(paper, heading);
  else copy.prepend(paper);
  return { svg: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
}

const SVG = "http://www.w3.org/2000/svg";

function element(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function writeStyle(original: Element, target: Element): void {
  const style = getComputedStyle(original);
  const written = WRITTEN.map((name) => `${name}:${style.getPropertyValue(name)}`);
  target.setAttribute("style", written.join(";"));
  target.removeAttribute("class");
}

/** The colour it stands on: the nearest that is not see-through. */
function paperUnder(drawn: Element): string {
  for (let at: Element | null = drawn; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return "white";
}

/** The same in points of colour, for programs that take no drawing. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(width * SCALE, height * SCALE);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the browser, which stores it. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
