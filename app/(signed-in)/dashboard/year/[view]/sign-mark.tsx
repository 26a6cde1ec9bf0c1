import type { Sign } from "#domain/year/attendance.ts";

/** Seven shapes for how a seat stood; the word stands beside each. */
export function SignMark({ sign }: { sign: Sign }) {
  return (
    <svg className="mk" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
      <SignLines sign={sign} />
    </svg>
  );
}

const BOX = "M2 2H14V14H2Z";

function SignLines({ sign }: { sign: Sign }) {
  switch (sign) {
    case "principal":
      return <path d={BOX} strokeWidth="1.6" fill="currentColor" />;
    case "substitute":
      return (
        <>
          <path d={BOX} strokeWidth="1.6" />
          <path d="M2 14V8H14V14Z" fill="currentColor" stroke="none" />
        </>
      );
    case "standIn":
      return (
        <>
          <path d={BOX} strokeWidth="1.6" />
          <path d="M5.5 5.5H10.5V10.5H5.5Z" fill="currentColor" stroke="none" />
        </>
      );
    case "apologies":
      return <path d={`${BOX}M2 14L14 2`} strokeWidth="1.6" />;
    case "absent":
      return <path d={BOX} strokeWidth="1.6" />;
    case "notRecorded":
      return <path d={BOX} strokeWidth="1.6" strokeDasharray="2.6 2" />;
    default:
      return <path d="M4 8H12" strokeWidth="1.6" />;
  }
}
