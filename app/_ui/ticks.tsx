import { type ReactNode, useId } from "react";
import { Checkbox } from "./checkbox.tsx";

type Props<Value extends string> = {
  legend: ReactNode;
  /** `what` is what a choice comes to; empty where its name says it. */
  all: readonly { value: Value; name: string; what: string }[];
  chosen: readonly Value[];
  onChange: (chosen: readonly Value[]) => void;
  /** Of all of them together: said at once, and the first tick is where one is taken to. */
  problem: string | undefined;
};

/** Any of few, all of them in sight. */
export function Ticks<Value extends string>({ legend, all, chosen, onChange, problem }: Props<Value>) {
  const id = useId();
  return (
    <fieldset
      className="fieldset keyticks"
      aria-describedby={problem ? id : undefined}
      data-invalid={problem ? true : undefined}
    >
      <legend className="label">{legend}</legend>
      {all.map(({ value, name, what }) => (
        <Checkbox
          key={value}
          isSelected={chosen.includes(value)}
          onChange={(is) => onChange(is ? [...chosen, value] : chosen.filter((each) => each !== value))}
        >
          {name}
          {what !== "" && <span className="hint">: {what}</span>}
        </Checkbox>
      ))}
      {problem && (
        <p className="problem" role="alert" id={id}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
