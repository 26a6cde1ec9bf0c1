/** What the person should look at, by line (1-based); sentences are the screen's. */
export type Flag =
  | { readonly code: "empty" }
  | { readonly code: "noItems" }
  | { readonly code: "tooLong"; readonly line: number; readonly limit: number }
  | { readonly code: "tooManyItems"; readonly line: number; readonly limit: number }
  | { readonly code: "titleTooLong"; readonly line: number; readonly limit: number }
  | { readonly code: "descriptionTooLong"; readonly line: number; readonly limit: number }
  | { readonly code: "titleMissing"; readonly line: number }
  | {
      readonly code: "numberSkipped";
      readonly line: number;
      readonly expected: number;
      readonly found: number;
    }
  | { readonly code: "numberRepeated"; readonly line: number; readonly found: number }
  | { readonly code: "numberOutOfOrder"; readonly line: number; readonly found: number }
  | { readonly code: "timeGoesBackwards"; readonly line: number; readonly from: string; readonly to: string };
