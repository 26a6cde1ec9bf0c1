import Link from "next/link";
import { AnswerBar } from "#app/_charts/answer-bar.tsx";
import { ScoreChart } from "#app/_charts/score-chart.tsx";
import {
  agreement,
  agreeText,
  beforeText,
  elementWords,
  figuresOf,
  groupWords,
  middleHalfText,
  missingText,
  notKnown,
  numberOf,
  reversedText,
  scoresSentence,
  scoreText,
  statementText,
  twinText,
} from "#app/_text/assessment-text.ts";
import { plainDate } from "#app/_text/dates.ts";
import { indicatorWords } from "#app/_text/indicator-text.ts";
import { counted } from "#app/_text/numbers.ts";
import { figureText, silenceText } from "#app/_text/result-text.ts";
import { DownloadLink } from "#app/_ui/download-link.tsx";
import { Table } from "#app/_ui/table.tsx";
import type { PoolTold } from "#domain/assessment/scoring.ts";
import { ELEMENTS, STATEMENTS, type Statement, statementsOf } from "#domain/assessment/statements.ts";
import type { BoardId } from "#domain/ids.ts";
import type { Recorded, ToldYear } from "#server/assessment/load-assessment.ts";

type Props = { boardId: BoardId; shown: ToldYear };

/** A year that was told: the seven scores, each statement beside the record, and every figure in a table. */
export function ToldYearSections({ boardId, shown }: Props) {
  const { result, before, year, endedAt } = shown;
  const { members, officers, unreadable } = result;
  if (members.elements.length === 0 && members.statements.length === 0) {
    return (
      <div className="row sect">
        <div className="w">
          <h2>{year}</h2>
          <p className="nothing">{missingText(members.answered)}</p>
        </div>
      </div>
    );
  }
  return (
    <>
      <section className="row sect charted" aria-labelledby="scores">
        <div className="w">
          <h2 id="scores">The seven S’s in {year}</h2>
          <p className="only-reader">
            <a href="#figures">All figures as a table</a>
          </p>
          <figure className="scoreplot">
            <ScoreChart
              scores={{ members, before: before?.result.members ?? null, officers }}
              label={`Scores from 1 to 5. ${scoresSentence(result)}.`}
            />
          </figure>
          <Legend before={before?.year} hasOfficers={officers !== null} />
          <p className="cap told">
            {counted(members.answered, "member")} answered of {shown.asked} who were asked; closed on{" "}
            {plainDate(endedAt)}. There is no total: that the seven do not fit together is what a total would
            hide.
            {unreadable > 0 &&
              ` ${counted(unreadable, "answer")} could not be opened, because the server’s secret was replaced while it was open.`}
          </p>
        </div>
      </section>
      <section className="row sect" aria-labelledby="beside">
        <div className="w">
          <h2 id="beside">Felt, beside the record</h2>
          <p className="cap told">
            Left what people said, right what the record of the twelve months before says of the same (
            {counted(shown.meetings, "closed meeting")}). Where the two agree, it is reassuring; where they do
            not, that is the finding.
          </p>
          <AnswersLegend />
        </div>
      </section>
      {ELEMENTS.map((element, place) => (
        <ElementRow key={element} element={element} place={place} shown={shown} boardId={boardId} />
      ))}
      <Sectors shown={shown} />
      <section className="row sect" aria-labelledby="figures">
        <div className="w">
          <h2 id="figures">All figures</h2>
          <FiguresTable shown={shown} />
          <DownloadLink
            href={`/api/boards/${boardId}/self-assessment/figures`}
            of="all figures of every year"
          />
        </div>
      </section>
      <HowItIsMade />
    </>
  );
}

type Element = (typeof ELEMENTS)[number];
type RowProps = Props & { element: Element; place: number };

function ElementRow({ element, place, shown, boardId }: RowProps) {
  const { members, officers } = shown.result;
  const of = (pool: PoolTold | null | undefined) => pool?.elements.find((each) => each.element === element);
  const [told, earlier, theirs] = [of(members), of(shown.before?.result.members), of(officers)];
  const recorded = shown.recorded.filter(({ indicator }) => indicator.element === element);
  return (
    <section className="row sevens" aria-labelledby={element}>
      <div className="g gno" aria-hidden="true">
        {place + 1}
      </div>
      <div className="w">
        <div>
          <h3 id={element}>{elementWords[element].name}</h3>
          <p className="cap">{elementWords[element].question}</p>
          {told ? (
            <>
              <p className="fig">
                {scoreText(told.score)}
                <small>of 5</small>
              </p>
              <p className="cap">
                {counted(told.respondents, "member")}, {middleHalfText(told.middleHalf)}.
                {earlier && ` ${scoreText(earlier.score)} in ${shown.before?.year}.`}
                {theirs && ` Chair and clerks ${scoreText(theirs.score)}.`}
              </p>
            </>
          ) : (
            <p className="fig none">Too little yet</p>
          )}
        </div>
        <div>
          <h4>Felt</h4>
          <ol className="felt">
            {statementsOf(element).map((statement) => (
              <Felt key={statement.id} statement={statement} shown={shown} />
            ))}
          </ol>
        </div>
        <div>
          <h4>On the record</h4>
          {recorded.length === 0 ? (
            <p className="cap">Nothing of this is counted from the record yet.</p>
          ) : (
            <ul className="onrecord">
              {recorded.map((each) => (
                <OnRecord key={each.indicator.id} recorded={each} shown={shown} boardId={boardId} />
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  );
}

function Felt({ statement, shown }: { statement: Statement; shown: ToldYear }) {
  const { id } = statement;
  const told = shown.result.members.statements.find((each) => each.id === id);
  const earlier = shown.before?.result.members.statements.find((each) => each.id === id);
  return (
    <li>
      <p className="said">
        <span className="n">{numberOf(id)}</span> {statementText[id]}
      </p>
      {told ? (
        <>
          <AnswerBar told={told} />
          <p className="cap">
            {agreeText(told)} {shown.before && beforeText(earlier, shown.before.year)}{" "}
            {reversedText(statement)}
          </p>
        </>
      ) : (
        <p className="cap">Too little yet: fewer than five answered it.</p>
      )}
    </li>
  );
}

type OnRecordProps = Props & { recorded: Recorded };

/** A recorded figure, and the statements that ask for the same. */
function OnRecord({ recorded: { indicator, result }, shown, boardId }: OnRecordProps) {
  const { id } = indicator;
  const twins = STATEMENTS.filter(({ recorded }) => recorded.includes(id));
  return (
    <li>
      <Link href={`/dashboard/${id}?board=${boardId}`}>{indicatorWords[id].name}</Link>
      <br />
      {result.kind === "value" ? (
        <>
          <span className="value">{figureText(id, result).figure}</span> {figureText(id, result).of}
        </>
      ) : (
        <span>
          {silenceText(result).head}. <span className="muted">{silenceText(result).why}</span>
        </span>
      )}
      {twins.map((twin) => (
        <span key={twin.id} className="twin">
          {twinText(
            numberOf(twin.id),
            shown.result.members.statements.find((told) => told.id === twin.id),
          )}
        </span>
      ))}
    </li>
  );
}

function Sectors({ shown: { result } }: { shown: ToldYear }) {
  const { sectors } = result;
  return (
    <section className="row sect" aria-labelledby="sectors">
      <div className="w">
        <h2 id="sectors">By sector</h2>
        {sectors === null ? (
          <p className="nothing">
            Nothing is shown by sector: not every group that answered has five answers, and one that is left
            out could be told from the others.
          </p>
        ) : (
          <Table caption="Score of each element, from 1 to 5, where every group has at least five answers">
            <thead>
              <tr>
                <th scope="col">Element</th>
                {sectors.map(({ group, answered }) => (
                  <th key={group} scope="col" className="r">
                    {groupWords[group]} ({answered})
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ELEMENTS.map((element) => (
                <tr key={element}>
                  <th scope="row">{elementWords[element].short}</th>
                  {sectors.map(({ group, scores }) => {
                    const found = scores.find((each) => each.element === element);
                    return (
                      <td key={group} className="r">
                        {found ? scoreText(found.score) : "–"}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </div>
    </section>
  );
}

function FiguresTable({ shown: { result, before, year } }: { shown: ToldYear }) {
  const earlier = before?.result.members.statements;
  return (
    <Table
      className="every"
      caption={`Each statement in ${year}: who agreed (4 or 5) of those who gave a number, where the middle half of the numbers lies, and who does not know`}
    >
      <thead>
        <tr>
          <th scope="col">Statement</th>
          {agreement.map((word, place) => (
            <th key={word} scope="col" className="r extra" title={word}>
              {place + 1}
            </th>
          ))}
          <th scope="col" className="r">
            Agree
          </th>
          {before && (
            <th scope="col" className="r">
              In {before.year}
            </th>
          )}
          <th scope="col" className="r extra">
            Middle half
          </th>
          <th scope="col" className="r">
            {notKnown}
          </th>
        </tr>
      </thead>
      <tbody>
        {STATEMENTS.map(({ id, element }, place) => {
          const told = result.members.statements.find((each) => each.id === id);
          const past = earlier?.find((each) => each.id === id);
          const figures = told && figuresOf(told);
          return (
            <tr
              key={id}
              className={place > 0 && STATEMENTS[place - 1]?.element !== element ? "step" : undefined}
            >
              <th scope="row">
                {numberOf(id)}. {statementText[id]}
              </th>
              {agreement.map((word, answer) => (
                <td key={word} className="r extra">
                  {told ? told.counts[answer] : "–"}
                </td>
              ))}
              <td className="r">{figures?.agree?.percent ?? "–"}</td>
              {before && <td className="r">{(past && figuresOf(past).agree?.percent) ?? "–"}</td>}
              <td className="r extra">{figures?.middleHalf ?? "–"}</td>
              <td className="r">{figures ? `${figures.unknown.percent} (${figures.unknown.count})` : "–"}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Legend({ before, hasOfficers }: { before: number | undefined; hasOfficers: boolean }) {
  return (
    <div className="legend">
      <span>
        <svg viewBox="0 0 26 12" className="chart scores" aria-hidden="true">
          <circle className="pt last" cx="13" cy="6" r="5.5" />
        </svg>
        Score
      </span>
      <span>
        <svg viewBox="0 0 26 12" className="chart scores" aria-hidden="true">
          <path className="half" d="M0 6H26" />
        </svg>
        Where the middle half of the members lies
      </span>
      {before !== undefined && (
        <span>
          <svg viewBox="0 0 26 12" className="chart scores" aria-hidden="true">
            <circle className="pt hollow" cx="13" cy="6" r="4.5" />
          </svg>
          Score in {before}
        </span>
      )}
      {hasOfficers && (
        <span>
          <svg viewBox="0 0 26 12" className="chart scores" aria-hidden="true">
            <path className="pt last" d="M13 0L19 6L13 12L7 6Z" />
          </svg>
          Chair and clerks
        </span>
      )}
    </div>
  );
}

/** What the five parts of a statement's bar are; it stands where the bars begin. */
function AnswersLegend() {
  return (
    <div className="legend">
      {([1, 2, 3, 4, 5] as const).map((value) => (
        <span key={value}>
          <span className="answers" aria-hidden="true">
            <span className="bar">
              <span className="numbers" style={{ flex: 1 }}>
                <i className={`a${value}`}>
                  <em>{value}</em>
                </i>
              </span>
            </span>
          </span>
          {agreement[value - 1]}
        </span>
      ))}
    </div>
  );
}

function HowItIsMade() {
  return (
    <section className="row sect" aria-labelledby="made">
      <div className="w">
        <h2 id="made">How it is made</h2>
        <div className="prose">
          <p>
            Asked once a year are all who sit on the board for a partner, or stand in for one who does. Each
            statement is answered from 1, strongly disagree, to 5, strongly agree, or with “I don’t know”,
            which is kept apart, because not knowing is a finding of its own.
          </p>
          <p>
            An element’s score is the mean of the members’ own means over its statements; whoever answered
            fewer than half of them by a number is not in it. The middle half lies between the first and the
            third quartile of those means. Where agreeing is no praise, answers are turned round first (6 less
            the answer).
          </p>
          <p>
            Nothing is shown of fewer than five answers, of a statement or of an element; by sector, scores
            alone, and only where each group has five. Chair and clerks are counted apart, and shown from five
            of theirs and twenty of members. Answers are opened together at the close and counted; then they
            are gone.
          </p>
        </div>
      </div>
    </section>
  );
}
