/** `GATE_SEED` plans the same faults again. */
export const SEED = Number(process.env["GATE_SEED"] ?? Date.now() % 2 ** 31);
