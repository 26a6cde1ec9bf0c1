import { indicatorWords } from "#app/_text/indicator-text.ts";
import { counted, listed } from "#app/_text/numbers.ts";
import { layerWord } from "#app/_text/words.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import { HEADLINE } from "#domain/indicators/all.ts";
import { type BoardsOfLayer, boardsByLayer } from "#server/dashboard/load-boards.ts";
import { indicatorAt, tableAt } from "../../_figures/addresses.ts";
import { Said } from "../../said.tsx";
import type { YearView } from "./view.ts";
import { placeOf } from "./year-page.tsx";

export const boards: YearView = {
  over: "eachYear",
  figures: [],
  lede: () => "Boards of one layer stand side by side. None is first, and layers are never mixed.",
  async body(house, _allowed, year, _asked, asker) {
    const layers = await boardsByLayer(house, asker);
    return (
      <>
        {layers.map((layer) => (
          <Layer key={layer.layer} {...layer} />
        ))}
        <section className="row">
          <div className="w">
            <p className="taken">
              <DownloadLink href={tableAt("boards-of-a-layer", placeOf(year))} of="boards, layer by layer" />
            </p>
          </div>
        </section>
      </>
    );
  },
};

function Layer({ layer, boards: shown }: BoardsOfLayer) {
  return (
    <section className="row sect">
      <div className="w">
        <h2>{layerWord[layer]} layer</h2>
        {shown.length === 1 && (
          <p className="cap rules">
            {listed(shown.map(({ board }) => board.name))} is your only board at this layer: there is nothing
            to set it beside.
          </p>
        )}
        <Table
          className="signs"
          caption={`${layerWord[layer]} boards in the order of the alphabet; a hollow mark is of fewer than ten cases, or of nothing to tell of`}
        >
          <thead>
            <tr>
              <th scope="col">Board</th>
              {HEADLINE.map(({ id }) => (
                <th key={id} scope="col">
                  {indicatorWords[id].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ board, meetings, figures }) => (
              <tr key={board.id}>
                <th scope="row">
                  {board.name}
                  <span className="muted what">{counted(meetings, "meeting")}</span>
                </th>
                {figures.map(({ indicator, result }) => (
                  <td key={indicator.id}>
                    <Said
                      indicator={indicator}
                      result={result}
                      href={indicatorAt(indicator.id, { board: board.id, period: "all" })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
