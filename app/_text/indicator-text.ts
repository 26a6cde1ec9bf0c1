// What each figure asks, what it is called, and how it is made; printed beside every chart (`indicators.md §7`).
import type { Element, IndicatorId } from "#domain/indicators/indicator.ts";
import type { Layer } from "#domain/meeting/registers.ts";
import { challengeAndMoneyWords } from "./indicators/challenge-and-money.ts";
import { doingAndStandardsWords } from "./indicators/doing-and-standards.ts";
import { meetingAndObjectiveWords } from "./indicators/meetings-and-objectives.ts";
import { staffAndSkillsWords } from "./indicators/staff-and-skills.ts";
import { voiceWords } from "./indicators/voices.ts";
import type { IndicatorWords } from "./indicators/words.ts";

export const indicatorWords: Readonly<Record<IndicatorId, IndicatorWords>> = {
  ...staffAndSkillsWords,
  ...challengeAndMoneyWords,
  ...voiceWords,
  ...meetingAndObjectiveWords,
  ...doingAndStandardsWords,
};

export function indicatorQuestion(id: IndicatorId, layer: Layer): string {
  if (id === "performance-detail-share" && layer !== "strategic")
    return "How much of the meeting went on performance detail?";
  return indicatorWords[id].question;
}

/** Which element of the framework of 2009 it belongs to. */
export const elementWord: Readonly<Record<Element, string>> = {
  staffAndSkills: "Staff and skills",
  style: "Style",
  strategy: "Sustainable Community Strategy",
  synergies: "Synergies",
  steering: "Steering",
  systems: "Systems",
  standards: "Standards",
};

/** What the paper of 2010 says of each element, word for word. */
export const elementSeed: Readonly<Record<Element, string>> = {
  strategy:
    "It recommends that the long term Sustainable Community Strategy objectives should be established through an evidence-based approach",
  staffAndSkills: "confident leadership is critical to joint working success",
  style:
    "Management and role of meetings, and approach to joint working can create a positive working style and avoid unintentional messages.",
  synergies: "the LSPs contribution to local outcomes should be greater than members’ separate activities",
  steering:
    "LSPs are more likely to steer performance than resources, but should think about arrangements for doing both.",
  standards: "Shared data and common approaches to performance help to join-up activity.",
  systems: "strong mechanisms can influence partners’ allocation of resources for achieving objectives",
};

export const directionWords = {
  up: "Higher is better at this layer.",
  down: "Lower is better at this layer.",
  neither: "Neither higher nor lower is better at this layer.",
} as const;

type Beside = readonly { readonly id: IndicatorId; readonly why: string }[];

/** If one improves, which others to look at before celebrating, and why (`indicators.md §10`). */
export const besideText: Readonly<Record<IndicatorId, Beside>> = {
  "senior-commitment": [
    { id: "substitute-rate", why: "Is it held up by deputies?" },
    { id: "sector-voice-balance", why: "Being there is not being heard." },
  ],
  "substitute-rate": [
    { id: "senior-commitment", why: "Fewer substitutes and more empty chairs is no gain." },
  ],
  "chair-floor-share": [
    { id: "chair-invites-quieter", why: "A silent chair is not a good chair: who was brought in?" },
  ],
  "chair-invites-quieter": [
    { id: "voice-confidence", why: "Empty invitations do not make anybody say the awkward thing." },
  ],
  "democratic-accountability": [
    { id: "council-voice-excess", why: "A democratic line is not council dominance." },
  ],
  "challenge-rate": [
    { id: "challenge-response", why: "Many challenges and few answers are conflict, not maturity." },
    { id: "voice-confidence", why: "Hard questions with falling confidence are no sign of trust." },
  ],
  "challenge-response": [
    {
      id: "challenge-rate",
      why: "Are hard questions being dropped, so that those left are easy to answer?",
    },
  ],
  "challenge-reciprocity": [
    { id: "challenge-rate", why: "Even-handed is worth little where hardly anybody asks." },
  ],
  "money-candour": [
    { id: "money-to-commitment", why: "A figure on the table is worth most when it becomes a commitment." },
    { id: "money-challenge", why: "And where it may be questioned." },
  ],
  "money-challenge": [{ id: "money-candour", why: "Is there a real figure to be tested?" }],
  "participation-evenness": [
    { id: "voice-confidence", why: "Equal time is not equal influence." },
    { id: "sector-attendance-gap", why: "Who was in the room to be even with?" },
  ],
  "sector-voice-balance": [
    {
      id: "sector-attendance-gap",
      why: "Balanced talk among a one-sided attendance scores well.",
    },
  ],
  "council-voice-excess": [
    { id: "chair-floor-share", why: "Does the chair make up for it, or add to it?" },
    { id: "sector-voice-balance", why: "Who goes unheard, if not the council?" },
  ],
  "performance-detail-share": [
    { id: "challenge-rate", why: "Less detail should not mean fewer hard questions." },
    { id: "performance-detail-deterrence", why: "Is it detail that makes partners quiet?" },
  ],
  "performance-detail-deterrence": [
    { id: "performance-detail-share", why: "How much detail was there to be quiet in?" },
  ],
  "sector-attendance-gap": [{ id: "sector-voice-balance", why: "Of those who came, who was heard?" }],
  "agenda-discipline": [{ id: "voice-confidence", why: "Was the time kept by cutting people short?" }],
  "voice-confidence": [
    { id: "challenge-rate", why: "Felt and recorded should agree; where they do not, that is the finding." },
  ],
  "challenge-perception-gap": [{ id: "challenge-rate", why: "What the record says is the third leg." }],
  "strategy-line-of-sight": [
    { id: "joint-objective-decisions", why: "Time on an objective is worth most when something is decided." },
  ],
  "joint-objective-decisions": [
    { id: "decision-follow-through", why: "Deciding together is not yet doing it." },
  ],
  "resource-steering-balance": [
    { id: "money-to-commitment", why: "Talk about resources is not yet steering them." },
  ],
  "money-to-commitment": [{ id: "money-candour", why: "Are sums named only when they are certain?" }],
  "decision-follow-through": [
    { id: "joint-objective-decisions", why: "Are the easy actions taken on, and the joint ones left?" },
  ],
  "support-cost-known": [{ id: "support-cost", why: "What is known of is what can be weighed." }],
  "support-cost": [
    { id: "joint-objective-decisions", why: "Many small decisions make each look cheap." },
    { id: "decision-follow-through", why: "What was paid for is worth what was done." },
  ],
  "shared-data-use": [{ id: "challenge-rate", why: "Good information is what challenge rests on." }],
  "scrutiny-readiness": [
    { id: "democratic-accountability", why: "A good record is read by somebody who was elected." },
  ],
};
