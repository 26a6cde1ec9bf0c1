"use client";

import { Menu, MenuItem, MenuSection } from "#app/_ui/menu.tsx";

export type WordOption<Key extends string> = { readonly key: Key; readonly label: string };

/** An underlined word of the sentence: a choice already made, one press from another. */
export function ChoiceWord<Key extends string>(props: {
  /** What is chosen, for those who do not see the sentence: "Who asks". */
  name: string;
  chosen: Key | null;
  options: readonly WordOption<Key>[];
  /** What stands there while nothing is chosen. */
  open?: string;
  onChoose: (key: Key) => void;
}) {
  const { name, chosen, options, open = "choose", onChoose } = props;
  const label = options.find(({ key }) => key === chosen)?.label ?? open;
  return (
    <Menu label={label} name={`${name}: ${label}`}>
      <MenuSection
        aria-label={name}
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : keys;
          const option = options.find((each) => each.key === key);
          if (option) onChoose(option.key);
        }}
      >
        {options.map(({ key, label: told }) => (
          <MenuItem key={key} id={key}>
            {told}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  );
}
