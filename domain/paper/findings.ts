// The findings of the report, as the paper of 2010 lists them, and which figures answer each (`indicators.md §7.0`).
// A figure stands under one finding, where it says most.
import type { SectionKey } from "./paper.ts";

export type ReportFinding = {
  readonly key: string;
  readonly sentence: string;
  /** Ids of figures, in the order in which they are told. */
  readonly indicators: readonly string[];
};

export type ElementSection = {
  readonly key: SectionKey;
  readonly heading: string;
  /** What the element is, in the report’s sense. */
  readonly about: string;
  readonly findings: readonly ReportFinding[];
};

export const ELEMENTS: readonly ElementSection[] = [
  {
    key: "strategy",
    heading: "Sustainable Community Strategy",
    about: "The long-term objectives are at the heart of the framework; the other six elements serve them.",
    findings: [
      {
        key: "evidence-based-objectives",
        sentence:
          "The long term Sustainable Community Strategy objectives should be established through an evidence-based approach.",
        indicators: ["strategy-line-of-sight"],
      },
    ],
  },
  {
    key: "staffAndSkills",
    heading: "Staff and skills",
    about: "This is leadership and its culture, and the skills of those who support the partnership.",
    findings: [
      {
        key: "confident-leadership",
        sentence: "Confident leadership is critical to joint working success.",
        indicators: ["chair-invites-quieter"],
      },
      {
        key: "choice-of-chair",
        sentence: "The choice of chair can send positive or negative messages to stakeholders.",
        indicators: ["chair-floor-share"],
      },
      {
        key: "democratic-accountability",
        sentence: "LSPs are democratically accountable to local people through councillors’ roles.",
        indicators: ["democratic-accountability"],
      },
      {
        key: "chief-executives",
        sentence:
          "Local authority chief executives play a crucial role in the strategic and executive levels of management and governance.",
        indicators: [],
      },
      {
        key: "senior-commitment",
        sentence:
          "Partners’ senior level of commitment is vital to making an impact across their objectives – the long term vision should underpin this.",
        indicators: ["senior-commitment", "substitute-rate"],
      },
    ],
  },
  {
    key: "style",
    heading: "Style",
    about:
      "Style shows in how meetings are run and chaired, what they discuss and how partners deal with one another.",
    findings: [
      {
        key: "willingness-to-challenge",
        sentence: "Willingness to challenge is a sign of trust and partnership maturity.",
        indicators: [
          "challenge-rate",
          "challenge-response",
          "challenge-reciprocity",
          "challenge-perception-gap",
        ],
      },
      {
        key: "money",
        sentence: "There must be honest and challenging discussions about money.",
        indicators: ["money-candour", "money-challenge"],
      },
      {
        key: "role-of-meetings",
        sentence:
          "Management and role of meetings, and approach to joint working can create a positive working style and avoid unintentional messages.",
        indicators: ["sector-voice-balance", "participation-evenness", "agenda-discipline"],
      },
      {
        key: "review-style",
        sentence:
          "LSPs should review the style of meetings and other arrangements that may support or hinder joint working.",
        indicators: ["voice-confidence"],
      },
      {
        key: "performance-detail",
        sentence:
          "Over-emphasis on the details of performance in strategic meetings can deter private and voluntary sector partners.",
        indicators: ["performance-detail-share", "performance-detail-deterrence", "sector-attendance-gap"],
      },
      {
        key: "multi-tier",
        sentence: "Multi-tier LSPs face added challenges when developing a style.",
        indicators: ["council-voice-excess"],
      },
    ],
  },
  {
    key: "synergies",
    heading: "Synergies",
    about: "Synergies are the benefits of joint working.",
    findings: [
      {
        key: "greater-contribution",
        sentence:
          "There are benefits of joint working; the LSP’s contribution to local outcomes should be greater than members’ separate activities.",
        indicators: ["joint-objective-decisions"],
      },
    ],
  },
  {
    key: "steering",
    heading: "Steering",
    about:
      "Steering ties what the partnership wants to what partners actually do with their money and people.",
    findings: [
      {
        key: "steer-both",
        sentence:
          "LSPs are more likely to steer performance than resources, but should think about arrangements for doing both.",
        indicators: ["resource-steering-balance"],
      },
      {
        key: "mainstream-funding",
        sentence:
          "Influencing and steering partners’ mainstream funding is a challenge and LSPs should develop mechanisms for doing this, starting with knowledge on available resources.",
        indicators: ["money-to-commitment"],
      },
      {
        key: "joining-up-resources",
        sentence:
          "A number of arrangements for joining up resources exist. However, there are some constraints on pooled budgets.",
        indicators: [],
      },
    ],
  },
  {
    key: "systems",
    heading: "Systems",
    about: "Systems are how the partnership is managed from day to day, and what that takes.",
    findings: [
      {
        key: "strong-mechanisms",
        sentence:
          "Strong mechanisms can influence partners’ allocation of resources for achieving objectives.",
        indicators: ["decision-follow-through"],
      },
      {
        key: "support-costs",
        sentence:
          "Most LSPs do not know how much their support team costs. Knowing costs allows informed decisions about value for money.",
        indicators: ["support-cost-known", "support-cost"],
      },
    ],
  },
  {
    key: "standards",
    heading: "Standards",
    about: "Standards are what lets others trust the partnership and hold it to account.",
    findings: [
      {
        key: "overview-and-scrutiny",
        sentence:
          "Overview and scrutiny enables councils to hold LSPs to account for local action and public spending.",
        indicators: ["scrutiny-readiness"],
      },
      {
        key: "own-stakeholders",
        sentence: "Partners should remain accountable to their own stakeholders.",
        indicators: [],
      },
      {
        key: "shared-data",
        sentence: "Shared data and common approaches to performance help to join-up activity.",
        indicators: ["shared-data-use"],
      },
    ],
  },
];
