import { type ComponentProps, type ReactNode, useId } from "react";

export type FieldWords = {
  label: ReactNode;
  /** What helps to fill it in; stands before the control, so that a keyboard on a phone does not cover it. */
  hint?: ReactNode;
  /** What is wrong with what is in it. */
  problem?: ReactNode;
};

type Named = FieldWords & { children: (wiring: Wiring) => ReactNode };
type Wiring = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

/** A label, its hint and its problem, wired to whatever control stands between them. */
function Field({ label, hint, problem, children }: Named) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": problem ? true : undefined,
      })}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

type InputProps = FieldWords &
  Omit<ComponentProps<"input">, "className" | "id"> & {
    /** Its words will stand on the record, so they are typed in the record's face. */
    record?: boolean;
  };

export function TextField({ label, hint, problem, record = false, ...rest }: InputProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(wiring) => (
        <input type="text" className={record ? "control words" : "control"} {...wiring} {...rest} />
      )}
    </Field>
  );
}

type AreaProps = FieldWords &
  Omit<ComponentProps<"textarea">, "className" | "id"> & {
    record?: boolean;
  };

export function TextArea({ label, hint, problem, record = false, ...rest }: AreaProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(wiring) => (
        <textarea rows={3} className={record ? "control words" : "control"} {...wiring} {...rest} />
      )}
    </Field>
  );
}
