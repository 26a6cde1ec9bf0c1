"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

export type Foot = {
  readonly foot: RefObject<HTMLDivElement | null>;
  /** How many have come while one was reading further up. */
  readonly below: number;
  readonly toFoot: () => void;
};

/** Whoever is at the foot stays there as entries come; whoever is not, is told how many have come below. */
export function useFoot(place: string, count: number): Foot {
  const foot = useRef<HTMLDivElement>(null);
  const isAtFoot = useRef(true);
  const before = useRef({ place, count });
  const [below, setBelow] = useState(0);

  useEffect(() => {
    const end = foot.current;
    if (!end) return undefined;
    const watch = new IntersectionObserver(([seen]) => {
      isAtFoot.current = seen?.isIntersecting ?? false;
      if (isAtFoot.current) setBelow(0);
    });
    watch.observe(end);
    return () => watch.disconnect();
  }, []);

  useLayoutEffect(() => {
    const added = count - before.current.count;
    const isSame = before.current.place === place;
    before.current = { place, count };
    if (!isSame) setBelow(0);
    else if (added > 0 && isAtFoot.current) foot.current?.scrollIntoView({ block: "end" });
    else if (added > 0) setBelow((waiting) => waiting + added);
  }, [place, count]);

  return { foot, below, toFoot: () => foot.current?.scrollIntoView({ block: "end" }) };
}
