/**
 * Time used, planned and allowed, in milliseconds: as long as what it may take, with a tick where the plan ends and one
 * where the time does; beyond that it runs on as an outline. The words beside it say the same.
 */
export function ClockBar(props: { used: number; planned: number; allowed: number }) {
  const { used, planned, allowed } = props;
  const whole = Math.max(used, allowed);
  const percent = (ms: number) => `${(100 * ms) / whole}%`;
  return (
    <div className="bar" aria-hidden="true">
      <i style={{ width: percent(Math.min(used, allowed)) }} />
      {allowed > planned && planned > 0 && <b className="plan" style={{ left: percent(planned) }} />}
      <b style={{ left: percent(allowed) }} />
      {used > allowed && <u style={{ left: percent(allowed), right: 0 }} />}
    </div>
  );
}
