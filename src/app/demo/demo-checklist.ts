import type { DemoOrganisations } from "./demo-organisations.ts";

/** What the terminal shows once the demo is ready. */
export function demoChecklist(
  publicUrl: string,
  demo: DemoOrganisations,
  ready: { readonly seconds: number; readonly demoFile: string; readonly authorityPath: string | undefined },
): string {
  const [resource, partner] = demo.tenants;
  const inviter = resource?.users[0];
  const guest = partner?.users[0];
  const lines = [
    `${`Guesthouse demo is ready in ${ready.seconds.toFixed(1)} s`.padEnd(42)}${publicUrl}`,
    "",
    `  1  Invite a guest     ${publicUrl}/invite      ${inviter?.userName} / ${inviter?.password}`,
    `  2  Open their mail    ${publicUrl}/mailbox`,
    `  3  Accept as          ${guest?.userName} / ${guest?.password}   or any address: the code arrives in the mailbox`,
    `  4  Test the sign-in   ${publicUrl}/tester`,
    "",
    `  Graph  ${publicUrl}/v1.0      details  ${ready.demoFile}      stop  Ctrl+C`,
  ];
  if (ready.authorityPath) lines.push(`  Trust the certificate of this demo:  ${ready.authorityPath}`);
  return `${lines.join("\n")}\n`;
}
