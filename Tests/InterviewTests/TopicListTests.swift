import Interview
import Testing
import Words

@Suite struct TopicListTests {
  private let subjects = [
    "regioverband", "solidariteitsbeginsel", "regionaal_team", "frontlinie", "inkoopsystematiek", "effectiviteit",
    "keuzevrijheid", "cijfers", "administratieve_lasten",
  ]

  @Test(arguments: TopicList.all)
  func `a list has the nine topics and 33 questions, numbered without gaps`(list: TopicList) {
    #expect(list.topics.map(\.id) == subjects)
    #expect(list.questions.count == 33)
    #expect(list.topics.map(\.number) == Array(1...9))
    for topic in list.topics {
      #expect(topic.questions.map(\.number) == (1...topic.questions.count).map { "\(topic.number).\($0)" })
      for question in topic.questions { #expect(list.topic(of: question.number)?.id == topic.id) }
    }
  }

  @Test(arguments: TopicList.all)
  func `every text is there in two languages and every question is one`(list: TopicList) {
    for question in list.questions {
      #expect(question.text.dutch != question.text.english)
      for text in [question.text.dutch, question.text.english] { #expect(text.hasSuffix("?"), "\(text)") }
      for probe in question.probes { #expect(!probe.dutch.isEmpty && !probe.english.isEmpty) }
    }
  }

  @Test(arguments: TopicList.all)
  func `questions are open: none begins with a verb that asks for yes or no`(list: TopicList) {
    let closed = ["Is ", "Zijn ", "Heeft ", "Hebt ", "Vindt ", "Wordt ", "Worden ", "Kunt ", "Bent ", "Klopt "]
    for question in list.questions { #expect(!closed.contains { question.text.dutch.hasPrefix($0) }) }
  }

  @Test func `a list is found by its id, and questions by their number`() {
    #expect(TopicList(id: "aanbieder")?.reference == "aanbieder@1")
    #expect(TopicList(id: "wethouder") == nil)
    #expect(TopicList.regio.question("4.2")?.unit?.code == "fte")
    #expect(TopicList.regio.question("4.9") == nil)
    #expect(TopicList.regio.topic(of: "4.2a")?.id == "frontlinie")
    #expect(TopicList.regio.topic(of: "44.1") == nil)
  }
}
