import { Awaited } from "../../_frame/awaited.tsx";

export default function PeopleLoading() {
  return <Awaited title="People and partners" coming="Fetching the people, by partner and sector." />;
}
