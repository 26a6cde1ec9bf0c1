import { wordChanges } from "#app/_text/word-changes.ts";

/** A wording with what has changed in it: said in words to whoever does not see how it is drawn. */
export function ChangedWords({ before, after }: { before: string; after: string }) {
  return wordChanges(before, after).map(({ is, words }, place) => {
    // the same change of the same words stands in the same place
    const key = `${place} ${is}`;
    if (is === "kept") return <span key={key}>{words}</span>;
    const Tag = is === "added" ? "ins" : "del";
    return (
      <Tag key={key}>
        <span className="sr">{is === "added" ? " added: " : " removed: "}</span>
        {words}
        <span className="sr">{is === "added" ? " end of added. " : " end of removed. "}</span>
      </Tag>
    );
  });
}
