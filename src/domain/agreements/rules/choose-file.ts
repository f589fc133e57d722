import type { AgreementFile } from "./agreement.ts";

/**
 * The document for somebody who reads a language: in exactly that one, in another form of it, or the default. Of those
 * that count now.
 */
export function chooseFile(files: readonly AgreementFile[], language: string): AgreementFile | undefined {
  const current = files.filter(({ isCurrent }) => isCurrent);
  const plain = (tag: string) => tag.toLowerCase().split("-")[0];
  return (
    current.find((file) => file.language === language.toLowerCase()) ??
    current.find((file) => plain(file.language) === plain(language)) ??
    current.find(({ isDefault }) => isDefault)
  );
}
