"use client";

import { itemLabel, speakerName } from "#app/_text/speaker-text.ts";
import { Button } from "#app/_ui/button.tsx";
import type { ItemId } from "#domain/ids.ts";
import { bundled, type TakeBundle } from "#domain/meeting/bundles.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import { likelySpeaker } from "../capture/draft.ts";
import { useRoom } from "../room-context.ts";

/** Items for information that are to be taken together; any partner pulls one out with one press. */
export function BundleOfItems() {
  const { meeting, may, act, whyNot } = useRoom();
  const { bundle, phase } = meeting;
  if (bundle === null || phase !== "inSession") return null;
  const itemIds = bundled(meeting);
  const take: TakeBundle = { type: "takeBundle", itemIds: [...itemIds] };
  const drop = { type: "dropBundle" } as const;
  return (
    <section className="bundle" aria-labelledby="bundle">
      <div className="g" />
      <div className="w">
        <h2 id="bundle">To be taken together, as noted</h2>
        <p className="muted">
          One agreement takes them all, without opening them. What is pulled out is taken on its own.
        </p>
        <ul>
          {itemIds.map((itemId) => (
            <Row key={itemId} itemId={itemId} />
          ))}
          {bundle.pulledOut.map(({ itemId, speaker }) => (
            <li key={itemId} className="muted">
              <s>{nameOf(itemId)}</s>
              <span>pulled out: {speakerName(meeting, speaker)}</span>
            </li>
          ))}
        </ul>
        {may(drop) && (
          <div className="actions">
            {itemIds.length > 0 && (
              <Button short whyNot={whyNot(take)} onClick={() => void act(take)}>
                Taken as noted
              </Button>
            )}
            <Button short look="plain" whyNot={whyNot(drop)} onClick={() => void act(drop)}>
              Take each on its own
            </Button>
          </div>
        )}
      </div>
    </section>
  );

  function nameOf(itemId: ItemId): string {
    const item = itemOf(meeting, itemId);
    return item ? itemLabel(item) : "An item that has gone";
  }
}

function Row({ itemId }: { itemId: ItemId }) {
  const { meeting, you, role, may, act, whyNot } = useRoom();
  const item = itemOf(meeting, itemId);
  const speaker = likelySpeaker(meeting, you, role);
  if (!item) return null;
  const pull = speaker && ({ type: "pullOut", itemId, speaker } as const);
  return (
    <li>
      <span>{itemLabel(item)}</span>
      {pull && may(pull) && (
        <Button
          short
          whyNot={whyNot(pull)}
          aria-label={`Pull out ${itemLabel(item)}`}
          onClick={() => void act(pull)}
        >
          Pull out
        </Button>
      )}
    </li>
  );
}
