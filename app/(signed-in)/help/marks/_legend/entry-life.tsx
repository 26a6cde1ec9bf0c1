import type { ReactNode } from "react";
import { Mark, type MarkState, WithheldMark } from "#app/_marks/mark.tsx";

const words = "Two neighbourhood officers’ time.";

/** The same money point at each moment of its life, as the record shows it. */
export function EntryLife() {
  return (
    <ol className="entries">
      <Moment mark="dashed" state="Sending…" />
      <Moment mark="dashed" state="Waiting, on this device" />
      <Moment mark="dashed" state="Not recorded">
        <b>Item 4 closed before this arrived.</b>
        <span>Put it under item 5, or copy the words.</span>
      </Moment>
      <Moment mark="half" no="4.9" fresh state="14:31">
        <span>In kind</span>
        <b className="num">£70,000 to £90,000</b>
      </Moment>
      <Moment mark="full" no="4.9" state="14:31, amended once">
        <span>In kind</span>
        <span className="num">
          <b>£84,000</b> a year
        </span>
      </Moment>
      <Moment mark="struck" no="4.9" state="Withdrawn 14:40, said twice" />
      <li className="e withheld">
        <div className="g">
          <span className="no">7.2</span>
          <WithheldMark />
        </div>
        <div className="w">
          <div className="by">
            <b>Withheld</b>You declared an interest in this item
          </div>
        </div>
      </li>
    </ol>
  );
}

function Moment(props: {
  mark: MarkState;
  state: string;
  no?: string;
  fresh?: boolean;
  children?: ReactNode;
}) {
  const { mark, state, no, fresh = false, children } = props;
  const standing = { dashed: "e unsent", struck: "e withdrawn", empty: "e", half: "e", full: "e" }[mark];
  return (
    <li className={standing}>
      <div className="g">
        {no && (
          <span className="no">
            <span className={fresh ? "hl" : undefined}>{no}</span>
          </span>
        )}
        <Mark kind="money" state={mark} />
      </div>
      <div className="w">
        <div className="by">
          <b className="k-money">Money</b>Police<span className="st">{state}</span>
        </div>
        <p className="tx">{words}</p>
        {children && <p className="out">{children}</p>}
      </div>
    </li>
  );
}
