import { VisuallyHidden } from "#app/_ui/visually-hidden.tsx";

export type Segment = { readonly seq: number; readonly ms: number; readonly on: boolean };

/** A meeting's business from left to right, the stretches in question filled. */
export function SegmentBar({ segments, label }: { segments: readonly Segment[]; label: string }) {
  return (
    <div>
      <VisuallyHidden>{label}</VisuallyHidden>
      <div className="tbar" aria-hidden="true">
        {joined(segments).map(({ seq, ms, on }) => (
          <i key={seq} className={on ? "on" : undefined} style={{ flex: ms }} />
        ))}
      </div>
    </div>
  );
}

/** Neighbours of one sort are one stretch. */
export function joined(segments: readonly Segment[]): readonly Segment[] {
  const stretches: Segment[] = [];
  for (const segment of segments) {
    const last = stretches.at(-1);
    if (last?.on === segment.on) stretches.splice(-1, 1, { ...last, ms: last.ms + segment.ms });
    else stretches.push(segment);
  }
  return stretches;
}
