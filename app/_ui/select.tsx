"use client";

import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import {
  Select as Behaviour,
  Button,
  FieldError,
  Label,
  SelectValue,
  Text,
} from "react-aria-components/Select";
import type { FieldWords } from "./field.tsx";

export type Option<Value extends string> = { value: Value; label: string };

type Props<Value extends string> = FieldWords & {
  options: readonly Option<Value>[];
  name?: string;
  value?: Value | null;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
};

/** One of several; use RadioGroup when there is room for all of them, Combobox when there are many. */
export function Select<Value extends string>(props: Props<Value>) {
  const { label, hint, problem, options, onChange, placeholder = "Choose", ...rest } = props;
  return (
    <Behaviour
      className="field"
      isInvalid={Boolean(problem)}
      placeholder={placeholder}
      onChange={(key) => {
        const option = options.find(({ value }) => value === key);
        if (option) onChange?.(option.value);
      }}
      {...rest}
    >
      <Label className="label">{label}</Label>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <Button className="control pick">
        <SelectValue />
      </Button>
      <FieldError className="problem">{problem}</FieldError>
      <Popover className="popover">
        <ListBox className="options">
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
