import { Awaited } from "../../_frame/awaited.tsx";

export default function MeetingsLoading() {
  return <Awaited title="Meetings" coming="Fetching the meetings of your boards." />;
}
