import CanonicalJSON
import Testing
import Vocabulary
import Words

/// Claims about the tables themselves: what one line of them promises to another.
struct VocabularyTablesTests {
  let vocabulary = Vocabulary.standard

  @Test func `every example passes the checker`() throws {
    for kind in vocabulary.kinds {
      #expect(!kind.example.isEmpty, "\(kind.name)")
      #expect(vocabulary.problems(in: kind.example, kind: kind) == [], "\(kind.name)")
    }
  }

  @Test func `every example is canonical JSON and fills its kind's slot in some part`() throws {
    for kind in vocabulary.kinds {
      let text = JSONValue.object(kind.example).canonicalText
      #expect(try JSONValue(parsing: text, rules: .line) == .object(kind.example))
      if let slot = kind.slot, !slot.isEmpty {
        #expect(slot.contains { kind.example[$0] != nil }, "\(kind.name)")
      }
    }
  }

  @Test func `every field that a slot, requirement or rule names exists`() {
    for kind in vocabulary.kinds {
      let names =
        (kind.slot ?? []) + kind.requirements.flatMap { $0.alternatives.joined() } + kind.rules.flatMap(fields)
      for name in names { #expect(kind.field(named: name) != nil, "\(kind.name).\(name)") }
    }
  }

  private func fields(of rule: Kind.Rule) -> [String] {
    switch rule {
    case .within(let value, let low, let high): [value, low, high]
    case .ordered(let first, let second): [first, second]
    }
  }

  @Test func `every code list that a field names exists, and every list is named by a field`() {
    var used: Set<String> = []
    for kind in vocabulary.kinds {
      for field in kind.fields {
        if case .code(let list) = field.type {
          used.insert(list)
          #expect(vocabulary.codeList(named: list) != nil, "\(kind.name).\(field.name)")
        }
      }
    }
    #expect(used.subtracting(["frequentie"]) == Set(vocabulary.codeLists.map(\.name)).subtracting(["frequentie"]))
  }

  @Test func `names of kinds, fields and lists are unique and written in snake case`() {
    #expect(Set(vocabulary.kinds.map(\.name)).count == vocabulary.kinds.count)
    #expect(Set(vocabulary.codeLists.map(\.name)).count == vocabulary.codeLists.count)
    func isSnakeCase(_ name: String) -> Bool {
      name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
        && name.utf8.first.map { (0x61...0x7A).contains($0) } == true
    }
    for kind in vocabulary.kinds {
      #expect(isSnakeCase(kind.name))
      #expect(Set(kind.fields.map(\.name)).count == kind.fields.count, "\(kind.name)")
      for field in kind.fields { #expect(isSnakeCase(field.name), "\(kind.name).\(field.name)") }
    }
  }

  @Test func `codes of a list are unique, and every value, alias and label leads to one code only`() {
    for list in vocabulary.codeLists {
      #expect(Set(list.codes.map(\.value)).count == list.codes.count, "\(list.name)")
      for code in list.codes {
        for text in [code.value] + code.aliases { #expect(list.code(matching: text) == code, "\(list.name) \(text)") }
        #expect(list.code(matching: code.label.dutch) == code, "\(list.name) \(code.label.dutch)")
      }
    }
  }

  @Test func `everything a person reads is there in both languages`() {
    var phrases = Group.allCases.map(\.label)
    for kind in vocabulary.kinds {
      phrases +=
        [kind.label, kind.explanation] + kind.fields.flatMap { [$0.label, $0.type.phrase, $0.unit].compactMap(\.self) }
    }
    for list in vocabulary.codeLists {
      phrases += [list.label] + list.codes.flatMap { [$0.label, $0.note].compactMap(\.self) }
    }
    for phrase in phrases { #expect(!phrase.dutch.isEmpty && !phrase.english.isEmpty) }
  }

  @Test func `no field is meant for a BSN`() {
    for field in vocabulary.kinds.flatMap(\.fields) { #expect(!Bsn.isFieldName(field.name), "\(field.name)") }
  }

  @Test func `the kinds and slots that other programs read are fixed`() {
    let slots: [String: [String]] = [
      "traject_gestart": ["traject"], "traject_beeindigd": ["traject"], "doelscore": ["traject", "doel_nr", "moment"],
      "respondent_naam": ["respondent"], "antwoord": ["interview", "vraag"], "naam": ["log"], "werkruimte": [],
    ]
    for (name, slot) in slots { #expect(vocabulary.kind(named: name)?.slot == slot, "\(name)") }
    #expect(vocabulary.kind(named: "intrekking").map { $0.slot == nil } == true)
    #expect(
      vocabulary.kind(named: "tevredenheid")?.slot?.prefix(4) == ["traject", "informant", "instrument", "vraag"]
    )
  }

  @Test func `only the name of a respondent stays on the disk by itself`() {
    #expect(vocabulary.kinds.filter { $0.audience != .gedeeld }.map(\.name) == ["respondent_naam"])
    #expect(vocabulary.kind(named: "respondent_naam")?.audience == .prive)
  }

  @Test func `the structural kinds are the six of the log format`() {
    let structural = vocabulary.kinds.filter(\.isStructural).map(\.name)
    #expect(structural == ["log", "checkpoint", "eigen_log", "lid", "lid_ingetrokken", "wissing"])
    #expect(vocabulary.kinds.filter { $0.isStructural && !$0.isSystem }.isEmpty)
  }

  @Test func `a mistyped kind gets the nearest names`() {
    #expect(vocabulary.nearestKinds(to: "traject_gestrat").first == "traject_gestart")
    #expect(vocabulary.nearestKinds(to: "Doelscores").first == "doelscore")
    #expect(vocabulary.nearestKinds(to: "traject").count == 3)
    #expect(vocabulary.nearestKinds(to: "xyzzyplugh").isEmpty)
    #expect(vocabulary.nearestKinds(to: "").isEmpty)
  }
}
