import Words
import Workspace

extension Command {
  static let receipt = Command(
    "receipt", ExchangeWords.receipt, forms: ["[--all|--for LOG…|--plain] -o FILE"],
    options: [
      .init("--output", "FILE", HelpWords.outputOption), .init("--all", nil, ExchangeWords.allOption),
      .init("--for", "LOG", ExchangeWords.forOption), .init("--plain", nil, HelpWords.plainOption),
      .init("--passphrase", nil, ExchangeWords.passphraseOption), PassphraseInput.option,
      .init("--attachments", "all|none|S", ExchangeWords.attachmentsOption),
    ], notes: [ExchangeWords.receiptNote],
    examples: [.init(line: "veldlog receipt -o bewijs.veld.age", note: ExchangeWords.receiptExample)]
  ) { invocation in
    try invocation.expectAtMost(0)
    var request = try BundleMaking.request(invocation)
    request.isReceipt = true
    return try BundleMaking.make(request, invocation)
  }
}
