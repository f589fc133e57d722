import { Hono } from "hono";
import { listAcceptances, listAgreementFiles } from "../../../domain/agreements/find-agreements.ts";
import type { AgreementFile } from "../../../domain/agreements/rules/agreement.ts";
import type { Machine } from "../../../platform/machine.ts";
import { frameOf } from "../layout/frame-of.ts";
import { addressOfPerson, requirePerson, type SignedInPerson } from "../my-apps/signed-in-person.ts";
import { acceptedTermsPage } from "../views/accepted-terms-page.ts";
import { serveDocument } from "./serve-document.ts";

/** What somebody has accepted in an organisation, and the very documents. */
export function acceptedTermsRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/", async (c) => {
      const person = await requirePerson(c, machine);
      if (person instanceof Response) return person;
      const { tenantId } = person.tenant;
      const accepted = await acceptedBy(machine, person);
      return c.html(
        acceptedTermsPage({
          frame: frameOf(c, machine, person.tenant, { path: `/myapps/terms?tenant=${tenantId}` }),
          address: addressOfPerson(person),
          terms: accepted.map(({ acceptanceId, file, recordedAt }) => ({
            name: file.displayName,
            acceptedAt: recordedAt,
            url: `/myapps/terms/${acceptanceId}?tenant=${tenantId}`,
          })),
          myAppsUrl: `/myapps?tenant=${tenantId}`,
        }),
      );
    })
    .get("/:acceptance", async (c) => {
      const person = await requirePerson(c, machine);
      if (person instanceof Response) return person;
      const accepted = await acceptedBy(machine, person);
      const asked = accepted.find(({ acceptanceId }) => acceptanceId === c.req.param("acceptance"));
      return asked ? serveDocument(c, machine, asked.file) : c.notFound();
    });
}

async function acceptedBy(
  { database }: Machine,
  { tenant: { tenantId }, user: { userId } }: SignedInPerson,
): Promise<{ readonly acceptanceId: string; readonly recordedAt: Date; readonly file: AgreementFile }[]> {
  const answers = await listAcceptances(database, { tenantId, userId });
  const accepted = answers.filter(({ state }) => state === "accepted");
  const agreementIds = [...new Set(accepted.map(({ agreementId }) => agreementId))];
  const files = await Promise.all(
    agreementIds.map((agreementId) => listAgreementFiles(database, { tenantId, agreementId })),
  );
  return accepted.flatMap(({ acceptanceId, recordedAt, fileId }) => {
    const file = files.flat().find((one) => one.fileId === fileId);
    return file ? [{ acceptanceId, recordedAt, file }] : [];
  });
}
