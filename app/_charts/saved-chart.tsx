"use client";

import { useRef } from "react";
import { useAnnounce } from "#app/_ui/announcer.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { pictureOf, pngOf, save } from "./chart-picture.ts";

type Props = {
  /** Of the chart, for the menu and the files. */
  name: string;
  file: string;
  /** Its table as a file. */
  csv: string;
  children: React.ReactNode;
};

/** A chart with the quiet way to take it along: as a drawing, as a picture, or its figures. */
export function SavedChart({ name, file, csv, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const announce = useAnnounce();

  // drawn for wide and narrow pages: the one that is shown
  const drawing = () =>
    [...(place.current?.querySelectorAll("svg.chart") ?? [])].find(
      (each): each is SVGSVGElement =>
        each instanceof SVGSVGElement && each.getBoundingClientRect().width > 0,
    );
  async function take(as: "svg" | "png") {
    const drawn = drawing();
    if (!drawn) return;
    try {
      const picture = pictureOf(drawn);
      const content =
        as === "svg" ? new Blob([picture.svg], { type: "image/svg+xml" }) : await pngOf(picture);
      save(content, `${file}.${as}`);
      announce("The chart is saved.");
    } catch {
      announce("This browser could not make the picture. Save it as a drawing instead.");
    }
  }
  return (
    <div ref={place} className="saved-chart">
      {children}
      <p className="no-print">
        <Menu label="Save this chart" name={`Save this chart: ${name}`} look="plain">
          <MenuItem onAction={() => void take("png")}>As a picture (PNG)</MenuItem>
          <MenuItem onAction={() => void take("svg")}>As a drawing (SVG)</MenuItem>
          <MenuItem href={csv} download>
            Its table as CSV
          </MenuItem>
        </Menu>
      </p>
    </div>
  );
}
