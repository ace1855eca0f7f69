import Link from 'next/link';

export const dynamic = 'force-dynamic';

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <h1 className="text-lg font-semibold">There is no such page</h1>
      <p className="mt-2 text-ink-2">The address may be mistyped. Your work is safe: it is kept in this browser.</p>
      <Link href="/" className="mt-4 inline-block text-accent underline">
        Open the workbench
      </Link>
    </main>
  );
}
