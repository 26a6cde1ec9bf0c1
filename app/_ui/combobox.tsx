"use client";

import { Button } from "react-aria-components/Button";
import { ComboBox as Behaviour, FieldError, Input, Label, Text } from "react-aria-components/ComboBox";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import type { FieldWords } from "./field.tsx";
import type { Option } from "./select.tsx";

type Props<Value extends string> = FieldWords & {
  options: readonly Option<Value>[];
  name?: string;
  value?: Value | null;
  defaultValue?: Value;
  onChange?: (value: Value | null) => void;
  isRequired?: boolean;
  /** What stands in the list when nothing matches what was typed. */
  none: string;
};

/** One of many, found by typing part of its name. */
export function Combobox<Value extends string>(props: Props<Value>) {
  const { label, hint, problem, options, onChange, none, ...rest } = props;
  return (
    <Behaviour
      className="field"
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={Boolean(problem)}
      onChange={(key) => onChange?.(options.find(({ value }) => value === key)?.value ?? null)}
      {...rest}
    >
      <Label className="label">{label}</Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <div className="combo">
        <Input className="control" />
        <Button>
          <span className="arrow" aria-hidden="true" />
        </Button>
      </div>
      <FieldError className="problem">{problem}</FieldError>
      <Popover className="popover">
        <ListBox className="options" renderEmptyState={() => <p className="none">{none}</p>}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Behaviour>
  );
}
