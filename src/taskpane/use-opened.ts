import { useState, type SyntheticEvent } from "react";

/** For a `<details>` whose content is loaded when it is first opened. */
export function useOpened(): readonly [
  boolean,
  { onToggle: (event: SyntheticEvent<HTMLDetailsElement>) => void },
] {
  const [opened, setOpened] = useState(false);
  return [opened, { onToggle: ({ currentTarget }) => currentTarget.open && setOpened(true) }];
}
