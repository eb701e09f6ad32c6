use resvg::usvg::{Group, Node, Rect};

use super::*;

/// Titles that are long or odd.
const TITLES: [&str; 12] = [
    "SQL",
    "Pneumonoultramicroscopicsilicovolcanocon",
    "Pneumonoultramicroscopicsilicovolcanoconiosis-and-then-longer-than-a-line-of-the-smallest-letters-can-be",
    "<&> \"quotes\" ]]> &amp; <script>",
    "עבודה בצד השרת: מדריך למתחילים ולמתקדמים",
    "مطور الواجهة الخلفية: دليل العمل والمهارات",
    "Rockets 🚀 and families 👩‍💻",
    "Zero\u{0} bell\u{7} \u{202e}override\u{fffe}\u{200b}",
    "",
    "🚀🚀🚀",
    "WWWWWWWW MMMMMMMMM WWWWWWWWWWW MMMMMMMMM WWWWWWWWW MMMMMMMM WWWWWWW",
    "Αρχιτεκτονική και бэкенд-разработка: nämlich ñandú, łódź, Đà Nẵng",
];

#[test]
fn no_letter_leaves_the_picture() {
    let long = "A title that goes on and on, ".repeat(20);
    for title in TITLES.into_iter().chain([long.as_str()]) {
        for below in [
            Below::Nothing,
            Below::Words(title.to_owned()),
            Below::Figure {
                amount: title.to_owned(),
                note: title.to_owned(),
            },
        ] {
            let subject = Subject {
                kind: title.to_owned(),
                title: title.to_owned(),
                below,
            };
            let svg = Composition::new(title, &subject).render().unwrap();
            let mut boxes = Vec::new();
            letters(raster::tree(&svg).root(), &mut boxes);
            for letters in boxes {
                let is_inside = letters.left() >= 60.0
                    && letters.right() <= 1140.0
                    && letters.top() >= 20.0
                    && letters.bottom() <= 620.0;
                assert!(is_inside, "{title}: {letters:?}");
            }
        }
    }
}

#[test]
fn lines_do_not_touch() {
    for title in TITLES {
        let subject = Subject {
            kind: "Role".to_owned(),
            title: title.to_owned(),
            below: Below::Figure {
                amount: "US$105,210 to US$171,980 a year".to_owned(),
                note: "The middle half of software developers in a place. ".repeat(3),
            },
        };
        let lines = Composition::new("Guide", &subject).lines();
        for pair in lines.windows(2) {
            let room = pair[1].baseline - pair[0].baseline;
            assert!(room >= pair[1].size, "{title}: {pair:?}");
        }
    }
}

#[test]
fn words_without_a_letter_leave_the_rest_in_place() {
    let subject = |title: &str| Subject {
        kind: "Guide".to_owned(),
        title: title.to_owned(),
        below: Below::Nothing,
    };
    let words = |title: &str| -> Vec<String> {
        let lines = Composition::new("The guide", &subject(title)).lines();
        lines.into_iter().map(|line| line.words).collect()
    };
    assert_eq!(words("Rockets 🚀"), ["Guide", "Rockets", "The guide"]);
    assert_eq!(words("🚀"), ["Guide", "The guide"]);
}

/// The boxes of all texts of a drawing.
fn letters(group: &Group, boxes: &mut Vec<Rect>) {
    for node in group.children() {
        match node {
            Node::Group(group) => letters(group, boxes),
            Node::Text(text) => boxes.push(text.abs_bounding_box()),
            _ => {}
        }
    }
}
