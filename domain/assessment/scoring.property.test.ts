import fc from "fast-check";
import { expect, test } from "vitest";
import { type AnswerToOne, assessed, FLOOR, type SealedAnswers, SectorGroup } from "./scoring.ts";
import { STATEMENTS } from "./statements.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
console.info(`scoring.property.test.ts: FC_SEED=${seed}`);
const settings = { seed, numRuns: 300 };

const answer: fc.Arbitrary<AnswerToOne> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<AnswerToOne>(1, 2, 3, 4, 5) },
  { weight: 1, arbitrary: fc.constant<AnswerToOne>("unknown") },
  { weight: 1, arbitrary: fc.constant<AnswerToOne>(null) },
);
const slip: fc.Arbitrary<SealedAnswers> = fc.record({
  group: fc.constantFrom(...SectorGroup.options),
  answers: fc.array(answer, { minLength: STATEMENTS.length, maxLength: STATEMENTS.length }),
});
const pool = fc.array(slip, { maxLength: 30 });

test("in whatever order answers come, they come to the same", () => {
  fc.assert(
    fc.property(pool, pool, (members, officers) => {
      const one = assessed(members, officers);
      const other = assessed(members.toReversed(), officers.toReversed());
      expect(other.members.statements).toEqual(one.members.statements);
      expect(other.sectors?.map(({ group }) => group)).toEqual(one.sectors?.map(({ group }) => group));
      for (const [place, { score, middleHalf }] of one.members.elements.entries()) {
        expect(other.members.elements[place]?.score).toBeCloseTo(score, 9);
        expect(other.members.elements[place]?.middleHalf).toEqual(middleHalf);
      }
    }),
    settings,
  );
});

test("nothing is told of fewer than five, of nobody more than once, and no number is none", () => {
  fc.assert(
    fc.property(pool, pool, (members, officers) => {
      const told = assessed(members, officers);
      for (const { counts, unknown } of told.members.statements) {
        const given = counts.reduce((sum, count) => sum + count, unknown);
        expect(given).toBeGreaterThanOrEqual(FLOOR);
        expect(given).toBeLessThanOrEqual(members.length);
      }
      for (const { score, middleHalf, respondents, unknown } of told.members.elements) {
        expect(respondents).toBeGreaterThanOrEqual(FLOOR);
        expect(score).toBeGreaterThanOrEqual(1);
        expect(score).toBeLessThanOrEqual(5);
        expect(middleHalf[0]).toBeLessThanOrEqual(middleHalf[1]);
        expect(unknown.count).toBeLessThanOrEqual(unknown.of);
      }
      for (const { answered } of told.sectors ?? []) expect(answered).toBeGreaterThanOrEqual(FLOOR);
    }),
    settings,
  );
});

test("groups that are shown are all there are: taking them from the whole leaves nobody", () => {
  fc.assert(
    fc.property(fc.array(slip, { minLength: 10, maxLength: 40 }), (members) => {
      const { sectors } = assessed(members, []);
      if (sectors === null) return;
      expect(sectors.reduce((sum, { answered }) => sum + answered, 0)).toBe(members.length);
    }),
    settings,
  );
});

test("turning every answer round turns every score round", () => {
  const turned = (given: AnswerToOne): AnswerToOne => (typeof given === "number" ? 6 - given : given);
  fc.assert(
    fc.property(fc.array(slip, { minLength: 5, maxLength: 20 }), (members) => {
      const one = assessed(members, []).members.elements;
      const other = assessed(
        members.map((each) => ({ ...each, answers: each.answers.map(turned) })),
        [],
      ).members.elements;
      expect(other.map(({ element }) => element)).toEqual(one.map(({ element }) => element));
      for (const [place, { score }] of one.entries()) expect(other[place]?.score).toBeCloseTo(6 - score, 9);
    }),
    settings,
  );
});
