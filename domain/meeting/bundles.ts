// Items for information taken together: proposed as a bundle, each to be pulled out by any partner with one press, the
// rest taken as noted in one agreement, without being opened.
import * as z from "zod";
import { ItemId } from "../ids.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Envelope, EventOf } from "./events.ts";
import { SpeakingAs, speaksFor } from "./floor.ts";
import { isRestricted, itemOf, seatOf } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { type Bundle, type Meeting, withItem } from "./state.ts";

const items = z.array(ItemId).min(1).max(100);

/** In the place of any that was proposed before. */
export const ProposeBundle = z.strictObject({ type: z.literal("proposeBundle"), itemIds: items });
export type ProposeBundle = z.infer<typeof ProposeBundle>;

/** The item is taken on its own, when its turn comes. */
export const PullOut = z.strictObject({ type: z.literal("pullOut"), itemId: ItemId, speaker: SpeakingAs });
export type PullOut = z.infer<typeof PullOut>;

export const DropBundle = z.strictObject({ type: z.literal("dropBundle") });
export type DropBundle = z.infer<typeof DropBundle>;

/** `itemIds` is what whoever presses sees agreed: one pulled out in that moment is not taken with the rest. */
export const TakeBundle = z.strictObject({ type: z.literal("takeBundle"), itemIds: items });
export type TakeBundle = z.infer<typeof TakeBundle>;

/** What would be taken now, in the order of the agenda: neither pulled out nor begun, put off or changed since. */
export function bundled(meeting: Meeting): readonly ItemId[] {
  const { bundle } = meeting;
  if (bundle === null) return [];
  return meeting.items
    .filter(({ id }) => bundle.itemIds.includes(id) && !isPulledOut(bundle, id) && mayBeBundled(meeting, id))
    .map(({ id }) => id);
}

/** Whether an item is one that can be noted with others: for information, whole, open to all who listen, not begun. */
export function mayBeBundled(meeting: Meeting, itemId: ItemId): boolean {
  const item = itemOf(meeting, itemId);
  if (!item || item.kind !== "information" || item.status !== "waiting") return false;
  if (isRestricted(meeting, item) && !meeting.publicExcluded) return false;
  return !meeting.items.some(({ parent }) => parent === itemId);
}

export function proposeBundle(meeting: Meeting, { itemIds }: ProposeBundle): Decision {
  for (const itemId of itemIds) {
    if (!itemOf(meeting, itemId)) return refuse({ code: "itemNotFound" });
    if (!mayBeBundled(meeting, itemId)) return refuse({ code: "notToBeBundled", itemId });
  }
  const inOrder = meeting.items.map(({ id }) => id).filter((id) => itemIds.includes(id));
  if (bundled(meeting).join() === inOrder.join()) return refuse({ code: "alreadyRecorded" });
  return accept({ type: "bundleProposed", itemIds: inOrder });
}

export function pullOut(meeting: Meeting, { itemId, speaker }: PullOut, actor: Actor): Decision {
  if (speaker.as === "seat" && !seatOf(meeting, speaker.seat)) return refuse({ code: "seatNotFound" });
  if (actor.scope === "own" && !speaksFor(meeting, speaker, actor)) return refuse({ code: "notYours" });
  if (meeting.bundle && isPulledOut(meeting.bundle, itemId)) return refuse({ code: "alreadyRecorded" });
  if (!bundled(meeting).includes(itemId)) return refuse({ code: "notInBundle" });
  return accept({ type: "itemPulledOut", itemId, speaker });
}

export function dropBundle(meeting: Meeting): Decision {
  return meeting.bundle === null ? refuse({ code: "notInBundle" }) : accept({ type: "bundleDropped" });
}

export function takeBundle(meeting: Meeting, { itemIds }: TakeBundle): Decision {
  const now = bundled(meeting);
  if (now.length === 0) return refuse({ code: "notInBundle" });
  if (meeting.current !== null) return refuse({ code: "itemStillOpen", itemId: meeting.current });
  if (now.toSorted().join() !== itemIds.toSorted().join()) return refuse({ code: "bundleChanged" });
  return accept({ type: "bundleTaken", itemIds: [...now] });
}

export function applyBundleProposed(
  meeting: Meeting,
  { itemIds }: EventOf<"bundleProposed">,
  { seq }: Envelope,
): Meeting {
  return { ...meeting, bundle: { seq, itemIds, pulledOut: [] } };
}

export function applyItemPulledOut(meeting: Meeting, { itemId, speaker }: EventOf<"itemPulledOut">): Meeting {
  const { bundle } = meeting;
  if (bundle === null) return meeting;
  return { ...meeting, bundle: { ...bundle, pulledOut: [...bundle.pulledOut, { itemId, speaker }] } };
}

export function applyBundleDropped(meeting: Meeting): Meeting {
  return { ...meeting, bundle: null };
}

export function applyBundleTaken(meeting: Meeting, { itemIds }: EventOf<"bundleTaken">): Meeting {
  const noted = itemIds.reduce(
    (current, itemId) => withItem(current, itemId, (item) => ({ ...item, status: "closed", isNoted: true })),
    meeting,
  );
  return { ...noted, bundle: null };
}

/** The bundle as it was proposed, and these items as they were before it was taken. */
export function withoutTaking(
  meeting: Meeting,
  { before, noted }: { readonly before: Bundle | null; readonly noted: readonly ItemId[] },
): Meeting {
  const back = noted.reduce(
    (current, itemId) =>
      withItem(current, itemId, (item) => ({ ...item, status: "waiting", isNoted: false })),
    meeting,
  );
  return { ...back, bundle: before };
}

/** Back among those that are taken together. */
export function withoutPullingOut(meeting: Meeting, itemId: ItemId): Meeting {
  const { bundle } = meeting;
  if (bundle === null) return meeting;
  const pulledOut = bundle.pulledOut.filter((each) => each.itemId !== itemId);
  return { ...meeting, bundle: { ...bundle, pulledOut } };
}

function isPulledOut({ pulledOut }: Bundle, itemId: ItemId): boolean {
  return pulledOut.some((each) => each.itemId === itemId);
}
