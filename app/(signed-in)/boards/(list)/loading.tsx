import { Awaited } from "../../_frame/awaited.tsx";

export default function BoardsLoading() {
  return <Awaited title="Boards" coming="Fetching the boards of the partnership." />;
}
