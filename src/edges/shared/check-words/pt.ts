import type { WordsOfChecks } from "./words-of-checks.ts";

export const portugueseChecks: WordsOfChecks = {
  settings: {
    title: "O que está guardado sobre o provedor está completo",
    remedy: "Altere o provedor e informe a configuração indicada.",
  },
  "endpoint-reached": {
    title: "O servidor do provedor responde",
    remedy:
      "Confira o endereço e se um firewall deixa o Guesthouse alcançá-lo. Um endereço dentro da sua rede precisa ser permitido com GUESTHOUSE_OUTBOUND_ALLOW.",
  },
  "tls-certificate": {
    title: "O certificado do servidor é válido",
    remedy: "Quem opera o provedor renova o certificado ou envia com ele a cadeia completa.",
  },
  "metadata-understood": {
    title: "O que o provedor publica sobre si pode ser usado",
    remedy:
      "Informe o próprio emissor ou o endereço dos metadados dele, e compare o que está publicado lá com a documentação.",
  },
  "keys-readable": {
    title: "As chaves do provedor podem ser lidas",
    remedy: "Quem opera o provedor publica as chaves de assinatura no endereço que os metadados indicam.",
  },
  "signing-certificates": {
    title: "O certificado de assinatura está dentro do prazo",
    remedy:
      "Peça ao parceiro o certificado atual ou informe o endereço dos metadados, para que ele seja lido automaticamente.",
  },
  "client-credentials": {
    title: "O provedor conhece nosso cliente e o segredo dele",
    remedy: "Compare o ID do cliente com o registrado no provedor, crie lá um novo segredo e guarde-o aqui.",
  },
  "domains-proven": {
    title: "Cada domínio deixa o provedor falar por ele",
    remedy: "O dono do domínio publica o registro TXT indicado, ou você tira o domínio do provedor.",
  },
  "answer-understood": {
    title: "A resposta pode ser lida",
    remedy:
      "Compare o que o provedor envia com a página do tipo dele na documentação; o detalhe diz o que falta.",
  },
  "answer-belongs-here": {
    title: "A resposta pertence a este pedido",
    remedy:
      "Comece o teste no Guesthouse e não no provedor. Se já foi assim, procure uma segunda janela que tenha respondido antes.",
  },
  "person-agreed": {
    title: "A pessoa entrou e concordou",
    remedy:
      "Entre com uma conta que possa usar o aplicativo no provedor; o detalhe é o motivo dado pelo próprio provedor.",
  },
  "code-redeemed": {
    title: "O provedor trocou o código por tokens",
    remedy:
      "Compare o ID do cliente, o segredo e o URI de redirecionamento com o que está registrado no provedor.",
  },
  algorithm: {
    title: "O token está assinado com um algoritmo aceito",
    remedy: "Faça o provedor assinar com RS256, PS256, ES256 ou EdDSA.",
  },
  decryption: {
    title: "A resposta pode ser descriptografada",
    remedy:
      "Dê ao parceiro nosso certificado de criptografia atual ou faça o provedor enviar a resposta sem criptografia.",
  },
  signature: {
    title: "A assinatura é de uma das chaves do provedor",
    remedy:
      "Informe o certificado atual do parceiro ou o endereço dos metadados dele; depois de uma troca de chaves, as antigas não valem mais.",
  },
  issuer: {
    title: "O emissor é o que foi adicionado",
    remedy: "Compare os dois emissores. Outro emissor é outro provedor: adicione-o à parte.",
  },
  audience: {
    title: "A resposta é destinada a nós",
    remedy: "Informe no provedor o destinatário esperado (nosso ID do cliente ou ID da entidade).",
  },
  destination: {
    title: "A resposta foi enviada ao endereço certo",
    remedy: "Informe no provedor nosso endereço de resposta exatamente como a documentação mostra.",
  },
  recipient: {
    title: "A asserção indica nosso endereço de resposta",
    remedy: "Informe no provedor nosso endereço de resposta exatamente como a documentação mostra.",
  },
  nonce: {
    title: "O token responde exatamente a este pedido",
    remedy: "O provedor precisa devolver o nonce do pedido sem alterações.",
  },
  time: {
    title: "Os horários na resposta estão certos",
    remedy: "Acerte os relógios dos dois servidores; eles podem diferir em até dois minutos.",
  },
  "profile-read": {
    title: "O que o provedor sabe da pessoa pode ser lido",
    remedy: "Permita no provedor que o aplicativo leia o perfil e os endereços de e-mail.",
  },
  subject: {
    title: "A pessoa é identificada por algo duradouro",
    remedy:
      "Envie para cada pessoa um subject (um NameID que não seja transitório, ou a declaração escolhida), sempre o mesmo.",
  },
  "taken-once": {
    title: "A resposta veio pela primeira vez",
    remedy: "Comece o teste de novo: uma resposta vale uma só vez.",
  },
  address: {
    title: "Um endereço de e-mail veio junto",
    remedy: "Faça o provedor enviar o endereço da pessoa: a declaração email ou o atributo emailaddress.",
  },
  "address-verified": {
    title: "O provedor diz que verificou o endereço",
    remedy: "Faça o provedor enviar email_verified como true ou verifique o endereço na conta de lá.",
  },
  "domain-rule": {
    title: "O endereço é de um domínio pelo qual o provedor pode falar",
    remedy: "Entre com uma conta do domínio do parceiro ou dê ao provedor o domínio do endereço.",
  },
};
