/** What stands in a page's place until the database has answered: its title where it will be, and what is coming. */
export function Awaited({ title, coming }: { title: string; coming: string }) {
  return (
    <main className="page" id="main" aria-busy="true">
      <div className="row title">
        <div className="w">
          <h1>{title}</h1>
          <output className="meta awaited">{coming}</output>
        </div>
      </div>
    </main>
  );
}
