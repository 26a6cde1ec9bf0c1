import { redirect } from "next/navigation";

/** Home is where the meetings are. */
export default function HomePage() {
  redirect("/meetings");
}
