import CanonicalJSON
import Vocabulary
import Words
import Workspace

extension Command {
  static let codebook = Command(
    "codebook", HelpWords.codebook, forms: ["[KIND | CODELIST]"], notes: [HelpWords.codebookNote],
    examples: [
      .init(line: "veldlog codebook", note: HelpWords.codebookExample),
      .init(line: "veldlog codebook traject_beeindigd", note: HelpWords.codebookKindExample),
      .init(line: "veldlog codebook reden", note: HelpWords.codebookListExample),
    ]
  ) { invocation in
    try invocation.expectAtMost(1)
    let (vocabulary, console) = (Vocabulary.standard, invocation.console)
    guard let name = invocation.words.first else {
      printAll(vocabulary, console)
      return .done
    }
    let kind = vocabulary.kind(named: name)
    let list = vocabulary.codeList(named: name)
    guard kind != nil || list != nil else {
      throw WorkspaceError.unknownKind(name, nearest: vocabulary.nearestKinds(to: name))
    }
    if console.format == .json {
      console.out(.array([kind.map(CodebookForm.json), list.map(CodebookForm.json)].compactMap { $0 }))
      return .done
    }
    if let kind { CodebookForm.print(kind, on: console) }
    if let list { CodebookForm.print(list, on: console) }
    return .done
  }

  private static func printAll(_ vocabulary: Vocabulary, _ console: Console) {
    if console.format == .json {
      console.out([
        "version": .string(vocabulary.version), "kinds": .array(vocabulary.kinds.map(CodebookForm.json)),
        "lists": .array(vocabulary.codeLists.map(CodebookForm.json)),
      ])
      return
    }
    console.out(CodebookWords.title(vocabulary.version))
    for group in Group.allCases {
      console.out("\n" + group.label[console.language].uppercased())
      for kind in vocabulary.kinds where kind.group == group {
        console.out("")
        CodebookForm.print(kind, on: console)
      }
    }
    console.out("\n" + CodebookWords.codeLists[console.language].uppercased())
    for list in vocabulary.codeLists {
      console.out("")
      CodebookForm.print(list, on: console)
    }
  }
}

/// The vocabulary as text and as JSON.
enum CodebookForm {
  static func print(_ kind: Kind, on console: Console) {
    let language = console.language
    console.out(kind.name + "  —  " + kind.label[language])
    console.out("  " + kind.explanation[language])
    console.out("  " + CodebookWords.audience(kind.audience.rawValue)[language] + "   " + slotText(kind)[language])
    for field in kind.fields {
      var parts = [field.type.phrase[language]]
      if let unit = field.unit { parts.append(unit[language]) }
      if field.isRequired { parts.append(CodebookWords.required[language]) }
      if field.isPersonal { parts.append(CodebookWords.personal[language]) }
      let name = field.name + String(repeating: " ", count: max(1, 22 - field.name.count))
      console.out("    " + name + field.label[language] + "  (" + parts.joined(separator: "; ") + ")")
    }
    for requirement in kind.requirements {
      console.out("    " + CodebookWords.needs(requirement.alternatives)[language])
    }
    console.out("  " + CodebookWords.example[language] + " " + kind.example.text)
  }

  private static func slotText(_ kind: Kind) -> Phrase {
    guard let slot = kind.slot else { return CodebookWords.noSlot }
    return slot.isEmpty ? CodebookWords.oneOnly : CodebookWords.slot(slot)
  }

  static func print(_ list: CodeList, on console: Console) {
    let language = console.language
    console.out(list.name + "  —  " + list.label[language] + "   [" + list.source + "]")
    for code in list.codes {
      var line =
        "    " + code.value + String(repeating: " ", count: max(1, 28 - code.value.count)) + code.label[language]
      if !code.aliases.isEmpty { line += "  (" + code.aliases.joined(separator: ", ") + ")" }
      if let note = code.note { line += "  — " + note[language] }
      console.out(line)
    }
  }

  static func json(_ kind: Kind) -> JSONValue {
    let fields = kind.fields.map { field -> JSONValue in
      [
        "name": .string(field.name), "type": .string(field.type.phrase[.english]),
        "label": .string(field.label[.dutch]), "label_en": .string(field.label[.english]),
        "unit": field.unit.map { .string($0[.dutch]) } ?? .null, "required": .bool(field.isRequired),
        "personal": .bool(field.isPersonal),
      ]
    }
    return [
      "kind": .string(kind.name), "label": .string(kind.label[.dutch]), "label_en": .string(kind.label[.english]),
      "audience": .string(kind.audience.rawValue),
      "slot": kind.slot.map { .array($0.map(JSONValue.string)) } ?? .null, "fields": .array(fields),
      "example": .object(kind.example),
    ]
  }

  static func json(_ list: CodeList) -> JSONValue {
    let codes = list.codes.map { code -> JSONValue in
      [
        "value": .string(code.value), "label": .string(code.label[.dutch]), "label_en": .string(code.label[.english]),
        "aliases": .array(code.aliases.map(JSONValue.string)),
        "note": code.note.map { .string($0[.dutch]) } ?? .null,
      ]
    }
    return ["list": .string(list.name), "source": .string(list.source), "codes": .array(codes)]
  }
}

extension JSONObject {
  fileprivate var text: String { JSONValue.object(self).canonicalText }
}
