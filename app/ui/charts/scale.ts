/** The end of an axis that starts at zero, and its steps: 1, 2 or 5 times a power of ten. */
export function axisOf(largest: number): { max: number; ticks: readonly number[] } {
  if (largest <= 0) return { max: 1, ticks: [0, 1] };
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 5, 10].map(factor => factor * power).find(candidate => candidate >= rough) ?? 10 * power;
  const count = Math.ceil(largest / step);
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** The ticks that read differently: of a count that reaches 1, the half between is written "1" too. */
export function ticksApart(ticks: readonly number[], format: (value: number) => string): readonly number[] {
  const last = ticks.length - 1;
  const ends = [ticks[0] ?? 0, ticks[last] ?? 0].map(format);
  return ticks.filter((tick, index) => index === 0 || index === last || !ends.includes(format(tick)));
}

/** Every how many of `count` labels there is room for `room` of them. */
export function labelStep(count: number, room: number): number {
  return Math.max(1, Math.ceil(count / room));
}

/** Positions of labels moved apart to at least `gap`, in the order given, each as near as it can be. */
export function spread(positions: readonly number[], gap: number): readonly number[] {
  const order = positions.map((position, index) => ({ position, index }));
  order.sort((a, b) => a.position - b.position);
  const placed: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { position, index } of order) {
    last = Math.max(position, last + gap);
    placed[index] = last;
  }
  return placed;
}

/** An SVG length relative to the drawing's width. */
export function percent(share: number): string {
  return `${Math.round(share * 10000) / 100}%`;
}
