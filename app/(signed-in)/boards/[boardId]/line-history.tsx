import { plainDate, time } from "#app/_text/dates.ts";
import { lineKindWord, lineTitle, toldChanges, toldOf } from "#app/_text/line-text.ts";
import { counted } from "#app/_text/numbers.ts";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { CHANGES_SHOWN, type ChangeShown, type Names } from "#server/registers/line-view.ts";
import { UndoChange } from "../_registers/undo-change.tsx";

/** Who put down, changed or struck out what, when, and what it was before; the last change of each with its way back. */
export function LineHistory(props: {
  changes: readonly ChangeShown[];
  names: Names;
  mayUndo: (change: ChangeShown) => boolean;
}) {
  const { changes, names, mayUndo } = props;
  if (changes.length === 0)
    return <p className="nothing">Nothing yet. Each change will stand here with its day.</p>;
  return (
    <ol className="ruleslog" reversed>
      {changes.map((change) => {
        const { id, at, by, from, to, undoes, lineId, turn } = change;
        const holds = to ?? from;
        if (!holds) return null;
        const what = `${lineKindWord[holds.kind]}, ${shortened(lineTitle(holds, names))}`;
        return (
          <li key={id}>
            <p className="when">
              <b>{plainDate(at)}</b>, {time(at)}, {by ?? "the house itself"}
              {undoes && ", taking a change back"}
            </p>
            <p className="did">
              {what}: {from === null ? "put down" : to === null ? "struck out" : "changed"}
            </p>
            <Fields change={change} names={names} />
            {turn !== null && mayUndo(change) && <UndoChange lineId={lineId} turn={turn} of={what} />}
          </li>
        );
      })}
    </ol>
  );
}

/** The same, one press away, on a page that is about something else. */
export function FoldedHistory(props: Parameters<typeof LineHistory>[0]) {
  const { changes } = props;
  const isCut = changes.length >= CHANGES_SHOWN;
  const title = isCut ? `The last ${CHANGES_SHOWN} changes` : counted(changes.length, "change");
  return (
    <Disclosure title={title}>
      <LineHistory {...props} />
    </Disclosure>
  );
}

function Fields({ change: { from, to }, names }: { change: ChangeShown; names: Names }) {
  if (from && to)
    return (
      <ul>
        {toldChanges(from, to, names).map(({ name, from: before, to: after }) => (
          <li key={name}>
            {name}: <s>{before}</s>
            <span className="sr"> became </span> <b>{after}</b>
          </li>
        ))}
      </ul>
    );
  const holds = to ?? from;
  return holds ? (
    <ul>
      {toldOf(holds, names).map(({ name, value }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- two costs may bear the same words; nothing here moves
        <li key={place}>
          {name}: {to === null ? <s>{value}</s> : value}
        </li>
      ))}
    </ul>
  ) : null;
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`;
}
