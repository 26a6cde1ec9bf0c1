import type { Metadata } from "next";
import { AnswerPage } from "./_answer/answer-page.tsx";

// whose link it is stands after the `#` and is asked for from there: this page tells nothing, and its address is no key
export const metadata: Metadata = {
  title: "Self-assessment",
  referrer: "same-origin",
  robots: { index: false },
};

export default function SelfAssessmentPage() {
  return <AnswerPage />;
}
