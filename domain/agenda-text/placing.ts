// Whether a marked line is an item, a sub-item or text, and whether its number comes in its turn.
import type { Line } from "./agenda-lines.ts";
import type { Marker } from "./markers.ts";
import { isInnerList } from "./numbering.ts";
import type { Reading } from "./reading.ts";

export function placeOf(reading: Reading, marker: Marker, line: Line, index: number): "top" | "sub" | "text" {
  if (marker.kind === "bullet") {
    if (reading.style !== "bullet") return "text";
    return line.indent > reading.indent + 1 && reading.items.length > 0 ? "sub" : "top";
  }
  if (marker.kind === "dotted") return placeOfDotted(reading, marker);
  if (marker.kind === "letter") return placeOfLetter(reading, marker);
  return placeOfNumber(reading, marker, line, index);
}

function placeOfDotted(reading: Reading, { path }: Marker): "top" | "sub" | "text" {
  if (path.length > 2) return "text";
  const inside = path[0] === reading.top && reading.items.length > 0;
  if (reading.style === "dotted") return "top";
  return inside ? "sub" : reading.style === "number" && (path[0] ?? 0) <= reading.top + 1 ? "top" : "text";
}

function placeOfLetter(reading: Reading, marker: Marker): "top" | "sub" | "text" {
  if (reading.style === "letter" || reading.style === "roman") {
    const value = reading.style === "roman" ? marker.roman : marker.value;
    if (value !== null && value >= 1 && (value === reading.top + 1 || (reading.top === 0 && value === 1)))
      return "top";
  }
  if (reading.items.length === 0) return "text";
  const { inner } = reading;
  if (inner !== null && inner.form === marker.form) {
    const value = inner.roman ? marker.roman : marker.value;
    return value !== null && value > inner.last && value <= inner.last + 3 ? "sub" : "text";
  }
  // another dress inside a run is one level too deep
  return inner === null && (marker.value === 1 || marker.roman === 1) ? "sub" : "text";
}

function placeOfNumber(reading: Reading, marker: Marker, line: Line, index: number): "top" | "sub" | "text" {
  const { top, inner } = reading;
  const counted = reading.style === "number";
  if (inner !== null && inner.form === marker.form && marker.value === inner.last + 1) {
    if (!counted || marker.value !== top + 1 || line.indent > reading.indent + 1 || marker.form === "()")
      return "sub";
  }
  if (!counted)
    return reading.items.length > 0 && marker.value === 1 && reading.style !== "plain" ? "sub" : "text";
  if (marker.value === top + 1 && line.indent <= reading.indent + 8) return "top";
  if (marker.value === 1 && top >= 1 && reading.items.length > 0) {
    const deeper = line.indent > reading.indent + 1 && !marker.weak;
    if (deeper || marker.form === "()" || (top >= 2 && isInnerList(reading.signs, index, top))) return "sub";
  }
  if (top === 0) return marker.weak && marker.value !== 1 ? "text" : "top";
  return marker.weak || marker.value > top + 20 ? "text" : "top";
}

export function flagTop(reading: Reading, marker: Marker, line: Line): void {
  const found = marker.kind === "letter" && reading.style === "roman" ? (marker.roman ?? 0) : marker.value;
  if (marker.kind === "bullet" || marker.kind === "dotted") {
    if (marker.kind === "dotted") reading.top = marker.path[0] ?? reading.top;
    return;
  }
  const expected = reading.top + 1;
  if (reading.seen.has(found)) reading.flags.push({ code: "numberRepeated", line: line.number, found });
  else if (reading.top > 0 && found > expected)
    reading.flags.push({ code: "numberSkipped", line: line.number, expected, found });
  else if (found < expected && reading.top > 0)
    reading.flags.push({ code: "numberOutOfOrder", line: line.number, found });
  reading.seen.add(found);
  // a restarted count goes on from where it restarted; a straggler does not turn the count back
  if (found > reading.top || found === 1) reading.top = found;
}

export function flagInner(reading: Reading, marker: Marker, line: Line): void {
  if (marker.kind === "bullet") return;
  const last = reading.inner?.form === marker.form ? (reading.inner?.last ?? 0) : 0;
  const roman = reading.inner?.roman ?? (marker.roman === 1 && marker.value !== 1);
  const found = marker.kind === "dotted" ? (marker.path[1] ?? 0) : roman ? (marker.roman ?? 0) : marker.value;
  if (found > last + 1)
    reading.flags.push({ code: "numberSkipped", line: line.number, expected: last + 1, found });
  else if (found === last) reading.flags.push({ code: "numberRepeated", line: line.number, found });
  else if (found < last) reading.flags.push({ code: "numberOutOfOrder", line: line.number, found });
  reading.inner = { form: marker.form, roman, last: Math.max(found, last) };
}
