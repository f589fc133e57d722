import type { GraphEndpoint } from "../../graph-request.ts";
import { listAcceptancesEndpoint, listAcceptancesOfUserEndpoint } from "./acceptances-endpoint.ts";
import {
  addFileEndpoint,
  listFilesEndpoint,
  readDefaultFileEndpoint,
  readFileEndpoint,
} from "./agreement-files-endpoint.ts";
import type { agreementOperations } from "./agreement-operations.ts";
import {
  createAgreementEndpoint,
  deleteAgreementEndpoint,
  listAgreementsEndpoint,
  readAgreementEndpoint,
  updateAgreementEndpoint,
} from "./agreements-endpoint.ts";

export const agreementEndpoints: Record<keyof typeof agreementOperations, GraphEndpoint> = {
  "GET /identityGovernance/termsOfUse/agreements": listAgreementsEndpoint,
  "POST /identityGovernance/termsOfUse/agreements": createAgreementEndpoint,
  "GET /identityGovernance/termsOfUse/agreements/:id": readAgreementEndpoint,
  "PATCH /identityGovernance/termsOfUse/agreements/:id": updateAgreementEndpoint,
  "DELETE /identityGovernance/termsOfUse/agreements/:id": deleteAgreementEndpoint,
  "GET /identityGovernance/termsOfUse/agreements/:id/file": readDefaultFileEndpoint,
  "GET /identityGovernance/termsOfUse/agreements/:id/file/localizations": listFilesEndpoint,
  "GET /identityGovernance/termsOfUse/agreements/:id/files": listFilesEndpoint,
  "POST /identityGovernance/termsOfUse/agreements/:id/files": addFileEndpoint,
  "GET /identityGovernance/termsOfUse/agreements/:id/files/:fileId": readFileEndpoint,
  "GET /identityGovernance/termsOfUse/agreements/:id/acceptances": listAcceptancesEndpoint,
  "GET /users/:id/agreementAcceptances": listAcceptancesOfUserEndpoint,
};
