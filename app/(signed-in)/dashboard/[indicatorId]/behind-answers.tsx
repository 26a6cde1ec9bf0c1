import { figure } from "#app/_charts/figures.ts";
import { partText } from "#app/_text/breakdown-text.ts";
import { Table } from "#app/_ui/table.tsx";
import { questionOf } from "#domain/indicators/pulse-answers.ts";
import { cycleOf, isKnown, partsOf } from "#domain/indicators/support-effort.ts";
import type { SupportCycle, SupportRoleEffort } from "#domain/registers/kept.ts";
import type { Behind } from "#server/dashboard/load-indicator.ts";

/** How often each of one to five was answered: counts, and never whose. */
export function AnswersBehind({ behind: { facts, evidence } }: { behind: Behind }) {
  const asked = facts.pulse && evidence.length > 0 ? questionOf(facts.pulse, 2) : null;
  if (!asked) return <p className="nothing">There are no answers of this meeting that may be told.</p>;
  return (
    <Table caption="“I was able to say what needed saying, awkward parts included”: answers of the whole room">
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col" className="r">
            How many
          </th>
        </tr>
      </thead>
      <tbody>
        {[5, 4, 3, 2, 1].map((value) => (
          <tr key={value}>
            <th scope="row">{partText("answers", String(value))}</th>
            <td className="r">{asked.counts[value - 1] ?? 0}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">No view</th>
          <td className="r">{asked.noView}</td>
        </tr>
      </tbody>
    </Table>
  );
}

export function NeverOfOneMeeting() {
  return (
    <p className="nothing">
      Told of a year and never of one meeting: two or three officers would be known by their answers.
    </p>
  );
}

type SupportProps = { behind: Behind; seesRoles: boolean };

/** Role by role for the chair and the clerks, what it came to for everybody; hours and rates for nobody here. */
export function SupportBehind({ behind: { facts, view }, seesRoles }: SupportProps) {
  const cycle = cycleOf(view.kept, facts.meetingId);
  if (cycle.roles.length === 0)
    return <p className="nothing">There was no standing list of support roles at this meeting.</p>;
  return (
    <>
      {seesRoles && <Roles cycle={cycle} />}
      {cycle.roles.filter(isKnown).length > 1 && <Costs cycle={cycle} />}
    </>
  );
}

function Roles({ cycle }: { cycle: SupportCycle }) {
  return (
    <Table caption="Support roles from the close of the meeting before to the close of this one; only the chair and the clerks see them one by one">
      <thead>
        <tr>
          <th scope="col">Role</th>
          <th scope="col">Goes on</th>
          <th scope="col">Entered</th>
        </tr>
      </thead>
      <tbody>
        {cycle.roles.map((role, place) => (
          <tr key={`${role.role} ${String(place)}`}>
            <th scope="row">{role.role}</th>
            <td>{partText("supportCategory", role.category)}</td>
            <td>{enteredText(role)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Costs({ cycle }: { cycle: SupportCycle }) {
  const costs = Map.groupBy(partsOf(cycle), ({ category }) => category);
  return (
    <Table caption="What it came to, by what it goes on">
      <thead>
        <tr>
          <th scope="col">On</th>
          <th scope="col" className="r">
            Cost
          </th>
        </tr>
      </thead>
      <tbody>
        {[...costs].map(([category, own]) => (
          <tr key={category}>
            <th scope="row">{partText("supportCategory", category)}</th>
            <td className="r">
              {figure(own.reduce((total, { pence }) => total + pence, 0) / 100, "pounds")}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function enteredText(role: SupportRoleEffort): string {
  if (isKnown(role)) return role.estimated ? "Hours and rate, hours estimated" : "Hours and rate";
  if (role.hours === null && role.ratePence === null) return "Not entered";
  return role.hours === null ? "Rate alone" : "Hours alone";
}
