use super::sample::*;
use super::*;
use crate::site::{Baseline, SkillLevel};

#[test]
fn preview() {
    let site = site();
    let strip = |name: &str, editions: &[crate::site::Edition]| {
        group_by_unit(StripRow::by_source(&rows(editions)))
            .iter()
            .enumerate()
            .map(|(i, g)| {
                PercentileStrip::new(&format!("{name}{i}"), "Pay of backend developers", g)
                    .unwrap()
                    .to_string()
            })
            .collect::<String>()
    };
    let one = strip("one", &[bls_2024()]);
    let many = strip(
        "many",
        &[
            bls_2025(),
            stack_overflow(),
            sweden(),
            made_up(
                "UK, mean only",
                "2024-01-01",
                serde_json::json!({"region":"uk","mean":91000.0}),
            ),
        ],
    );
    let mut b25 = bls_2025();
    b25.figures.truncate(1);
    let eds = [b25, stack_overflow()];
    let g = group_by_unit(StripRow::by_source(&rows(&eds)));
    let sources = SourceStrip::new("src", "Pay by source", &g[0]).unwrap();
    let mut t = vec![];
    for (y, m) in [
        ("2019", 107510),
        ("2020", 110140),
        ("2021", 120730),
        ("2022", 127260),
        ("2023", 132270),
    ] {
        t.push(made_up_at(
            &format!("BLS, May {y}"),
            &format!("May {y}"),
            &format!("{y}-05-31"),
            serde_json::json!({"region":"us","median":m}),
        ));
    }
    let base = made_up(
        "BLS, May 2024",
        "2024-05-31",
        serde_json::json!({"region":"us","median":49500.0}),
    );
    let base2 = made_up(
        "BLS, May 2024",
        "2024-05-31",
        serde_json::json!({"region":"us","median":105990.0}),
    );
    let two = [bls_2024(), eds[0].clone()];
    let trend = Trend::new("t", "Median pay", &rows(&two), &[]).unwrap();
    t.extend(two.clone());
    let b = [base, base2];
    let br = rows(&b);
    let long = Trend::new(
        "t2",
        "Median pay",
        &rows(&t),
        &[(Baseline::AllJobs, br[0]), (Baseline::ComputerJobs, br[1])],
    )
    .unwrap();
    let ladder = LadderMap::new(
        "l",
        "The rungs of a backend developer",
        &career_path(&RUNGS),
        &site,
    );
    let r1 = role(
        "backend-developer",
        "Backend developer",
        &[
            ("sql", "must", "working"),
            ("data-modelling", "must", "working"),
            ("linux", "nice", "awareness"),
        ],
    );
    let r2 = role(
        "sre",
        "Site reliability engineer",
        &[("linux", "must", "expert"), ("sql", "nice", "awareness")],
    );
    let r3 = role(
        "data",
        "Data engineer",
        &[
            ("sql", "must", "practitioner"),
            ("data-modelling", "must", "practitioner"),
        ],
    );
    let grid = SkillGrid::new(&site, &[&r1, &r2, &r3]);
    let bars = Bars::new(
        "b",
        &usage(
            "percent",
            &[
                ("PostgreSQL", 58.2),
                ("MySQL", 39.6),
                ("Microsoft SQL Server", 30.1),
                ("SQLite", 27.5),
                ("Redis", 28.0),
                ("Cloud Firestore", 3.2),
                ("Neo4J", 0.9),
            ],
        ),
        Some(6),
    );
    let signed = Bars::new(
        "b2",
        &usage(
            "percent-change",
            &[
                ("Software developers", 15.8),
                ("Web developers", 7.0),
                ("Computer programmers", -6.2),
            ],
        ),
        None,
    );
    let people = Bars::new(
        "b3",
        &usage(
            "people",
            &[
                (
                    "Employed software developers and quality assurance analysts",
                    1687890.0,
                ),
                ("Web developers", 84820.0),
            ],
        ),
        None,
    );
    let css = std::fs::read_to_string("static/charts.css").unwrap();
    for (file, scheme) in [("charts", "light"), ("charts-dark", "dark")] {
        let vars = if scheme == "light" {
            "--paper:oklch(0.985 0.004 85);--ink:oklch(0.22 0.01 80);--ink-soft:oklch(0.42 0.012 80);--line:oklch(0.86 0.008 80);--accent:oklch(0.43 0.1 250);--accent-soft:oklch(0.8 0.05 250);--band:oklch(0.955 0.006 85)"
        } else {
            "--paper:oklch(0.19 0.008 80);--ink:oklch(0.93 0.006 85);--ink-soft:oklch(0.76 0.01 85);--line:oklch(0.36 0.01 80);--accent:oklch(0.78 0.09 250);--accent-soft:oklch(0.45 0.07 250);--band:oklch(0.24 0.01 80)"
        };
        std::fs::write(format!("/tmp/{file}.html"), format!("<!doctype html><html lang=en><meta charset=utf-8><title>Preview</title><meta name=viewport content='width=device-width'><style>:root{{color-scheme:{scheme};{vars}}}body{{background:var(--paper);color:var(--ink);font:17px/1.55 Charter,'Bitstream Charter',Cambria,serif;margin:1rem auto;padding-inline:1rem;max-width:44rem}}table{{border-collapse:collapse;font:14px/1.4 system-ui;font-variant-numeric:tabular-nums}}th,td{{padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}}caption{{text-align:start;color:var(--ink-soft);padding-block:.3rem}}a{{color:var(--accent)}}h2{{font-size:1.2rem}}{css}</style><body><h1>Charts</h1><h2>One strip</h2>{one}<h2>Many</h2>{many}<h2>Sources</h2>{sources}<h2>Trend</h2>{trend}{long}<h2>Ladder</h2>{ladder}<h2>Grid</h2>{grid}<p>The mark: {} in a sentence.</p><h2>Bars</h2>{bars}{signed}{people}", LevelMark::new(SkillLevel::Practitioner))).unwrap();
    }
}
