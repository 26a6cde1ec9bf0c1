"use client";

import { createContext } from "react";

/** When the later meetings began in which something of this one was heard again, by their id. */
export type HeardIn = Readonly<Record<string, number>>;

export const HeardInContext = createContext<HeardIn>({});
