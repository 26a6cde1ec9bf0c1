"use client";

import { Button } from "#app/_ui/button.tsx";

export function PrintButton() {
  return (
    <Button short onClick={() => window.print()}>
      Print the list
    </Button>
  );
}
