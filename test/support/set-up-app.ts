import type { User } from "../../src/domain/directory/rules/user.ts";
import { beginEnrolment, findEnrolment } from "../../src/domain/second-factor/begin-enrolment.ts";
import { confirmEnrolment } from "../../src/domain/second-factor/confirm-enrolment.ts";
import type { FactorHolder } from "../../src/domain/second-factor/rules/factor-holder.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { codeFromApp } from "./authenticator.ts";
import { sessionOf } from "./session-of.ts";
import { accepted, byOperator } from "./test-machine.ts";

/** Sets an authenticator app up for somebody, in a browser of its own. */
export async function setUpApp(
  machine: Machine,
  user: User,
): Promise<{ readonly holder: FactorHolder; readonly secret: string }> {
  const holder = await sessionOf(machine, user);
  accepted(await beginEnrolment(machine, holder));
  const secret = (await findEnrolment(machine, holder, "Contoso"))?.text ?? "";
  const typed = codeFromApp(secret, machine.clock());
  accepted(await confirmEnrolment(machine, byOperator, { holder, typed, language: undefined }));
  return { holder, secret };
}
